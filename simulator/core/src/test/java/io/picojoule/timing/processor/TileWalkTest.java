package io.picojoule.timing.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.picojoule.hardware.KernelTile;
import io.picojoule.hardware.Processor;
import io.picojoule.workload.SplitMix;
import org.junit.jupiter.api.Test;

/** Does a product in tiles take as long as its blocks do, dealt to the cores one by one? On generated machines and products. */
class TileWalkTest {
    private static final long SEED = Long.getLong("picojoule.seed", 1);
    private static final int CASES = Integer.getInteger("picojoule.cases", 3_000);

    @Test
    void waves_areWhatBlocksDealtOneByOneMake() {
        int split = 0;
        int waited = 0;
        for (int number = 0; number < CASES; number++) {
            SplitMix random = SplitMix.named(SEED, "tile walk " + number);
            RandomProcessors processors = new RandomProcessors(random);
            Processor machine = processors.next().build();
            KernelTile tile = processors.tile();
            Product product = product(random, machine.precisionType().bits() / 8.0);
            KernelRun run = new TiledProduct(machine, product, tile, random.nextInt(2) == 0).run();
            TileWalk walk = new TileWalk(machine, product, tile);
            double cycles = walk.cycles(run.activity());
            assertThat(run.cycles())
                    .as("case " + number + " of seed " + SEED + ": " + tile + " of " + product + " on " + machine)
                    .isCloseTo(cycles, within(cycles * 1e-9 + cyclesOfAByte(machine)));
            split += walk.parts() > 1 ? 1 : 0;
            waited += run.dram() + run.buffer() > 0 ? 1 : 0;
        }
        assertThat(split).as("cases whose inner dimension is split").isGreaterThan(CASES / 50);
        assertThat(waited).as("cases that wait for a memory").isBetween(CASES / 4, CASES - CASES / 20);
    }

    /** Over DRAM: counts are whole bits. */
    private static double cyclesOfAByte(Processor machine) {
        double efficiency =
                Math.min(machine.memory().readEfficiency(), machine.memory().writeEfficiency());
        double slowest = Math.min(
                machine.memory().dram().bytesPerSecond() * efficiency,
                machine.memory().coreBytesPerSecond());
        return machine.clockHertz() / slowest;
    }

    private static Product product(SplitMix random, double word) {
        long rows = 1 + random.nextInt(300);
        long columns = 2 + random.nextInt(300);
        long depth = 1 + random.nextInt(random.nextInt(2) == 0 ? 40 : 3_000);
        long copies = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 1;
        return new Product(
                rows,
                columns,
                depth,
                copies,
                new Product.Tensor(rows * depth * copies * word, random.nextInt(4) > 0),
                new Product.Tensor(columns * depth * copies * word, random.nextInt(2) == 0),
                new Product.Tensor(rows * columns * copies * word, random.nextInt(2) == 0),
                1 + random.nextInt(3) * random.nextDouble(),
                random.nextInt(4) == 0);
    }
}
