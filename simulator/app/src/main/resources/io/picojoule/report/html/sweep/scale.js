// Where numbers lie on a drawing, as Scale.java has it, and round numbers between.
sweep.scale = (() => {
  const STEPS = [1, 2, 5];
  const isLogByItself = ({ least, most }) => least > 0 && most / least >= 10;
  const of = (measure, isLog, from, to) => {
    let low = isLog ? measure.leastPositive : measure.least;
    let high = measure.most;
    if (!(low < high)) {
      const around = low ? Math.abs(low) / 2 : 1;
      [low, high] = [low - around, low + around];
      isLog = false;
    } else if (isLog) {
      const margin = (high / low) ** 0.04;
      [low, high] = [low / margin, high * margin];
    } else {
      const margin = (high - low) * 0.04;
      [low, high] = [low - margin, high + margin];
    }
    const at = isLog
      ? (value) => (value > 0 ? from + (Math.log(value / low) / Math.log(high / low)) * (to - from) : NaN)
      : (value) => from + ((value - low) / (high - low)) * (to - from);
    const inverse = isLog
      ? (place) => low * (high / low) ** ((place - from) / (to - from))
      : (place) => low + ((place - from) / (to - from)) * (high - low);
    return { at, inverse, ticks: (most) => ticks(low, high, isLog, most) };
  };
  const decades = (low, high) => {
    const found = [];
    const steps = Math.log10(high / low) < 2.2 ? STEPS : [1];
    for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
      for (const step of steps) {
        const value = Number(`${step}e${exponent}`);
        if (value >= low && value <= high) found.push(value);
      }
    }
    return found;
  };
  const ticks = (low, high, isLog, most) => {
    const powers = isLog ? decades(low, high) : [];
    if (powers.length >= 2) return powers.filter((_, at) => at % Math.ceil(powers.length / most) === 0);
    const exponent = Math.floor(Math.log10((high - low) / most));
    for (const step of [...STEPS, 10]) {
      const width = Number(`${step}e${exponent}`);
      if ((high - low) / width <= most) {
        const found = [];
        for (let n = Math.ceil(low / width); n <= Math.floor(high / width); n++) {
          found.push(Number((n * width).toPrecision(12)));
        }
        return found;
      }
    }
    return [];
  };
  return { of, isLogByItself };
})();
