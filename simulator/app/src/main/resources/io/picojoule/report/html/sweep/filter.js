// What the reader lets pass: a range of an axis, by the order of its values, or of a measure. Every drawing and the table keep to it.
sweep.filter = (() => {
  const ranges = new Map(); // from an axis or a measure to [lowest, highest]
  const passes = new Uint8Array(sweep.size).fill(1);
  const listeners = [];
  const apply = () => {
    passes.fill(1);
    for (const [{ at }, [low, high]] of ranges) {
      for (let i = 0; i < passes.length; i++) {
        if (!(at[i] >= low && at[i] <= high)) passes[i] = 0;
      }
    }
    listeners.forEach((listener) => listener());
    sweep.redraw();
  };
  return {
    passes,
    range: (dimension) => ranges.get(dimension),
    isOn: () => ranges.size > 0,
    set(dimension, range) {
      if (range) ranges.set(dimension, range);
      else ranges.delete(dimension);
      apply();
    },
    clear() {
      ranges.clear();
      apply();
    },
    onChange: (listener) => listeners.push(listener),
  };
})();
