package io.picojoule.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.picojoule.workload.Operand;
import org.junit.jupiter.api.Test;

/** Are counts kept apart by action, operand and level, and do they add up? */
class ActivityTest {
    private static Activity sample(int factor) {
        Activity.Builder builder = new Activity.Builder();
        int count = 1;
        for (Level level : Level.values()) {
            for (Operand operand : Operand.values()) {
                for (Action action : Action.values()) {
                    builder.bits(action, operand, level, (long) factor * count++);
                }
            }
        }
        return builder.macs(100L * factor, 10L * factor)
                .skipped(20L * factor)
                .vectorOperations(7L * factor)
                .lookUps(6L * factor)
                .cycles(5L * factor, 3)
                .build();
    }

    @Test
    void everyCount_isKeptApart() {
        Activity activity = sample(1);
        int count = 1;
        long sum = 0;
        for (Level level : Level.values()) {
            long ofLevel = 0;
            for (Operand operand : Operand.values()) {
                for (Action action : Action.values()) {
                    assertThat(activity.bits(action, operand, level)).isEqualTo(count);
                    ofLevel += count++;
                }
            }
            assertThat(activity.bits(level)).isEqualTo(ofLevel);
            sum += ofLevel;
        }
        assertThat(sum).isEqualTo(88 * 89 / 2);
        assertThat(activity.clockedElementCycles()).isEqualTo(15);
        assertThat(activity.cycles()).isEqualTo(5);
        assertThat(activity.performedMacs()).isEqualTo(80);
        assertThat(activity.sparedMacs()).isEqualTo(30);
    }

    @Test
    void sums_areOfEveryCount() {
        assertThat(sample(1).plus(sample(2))).isEqualTo(sample(3)).hasSameHashCodeAs(sample(3));
        assertThat(sample(1).times(3)).isEqualTo(sample(3));
        assertThat(sample(1).plus(Activity.NONE)).isEqualTo(sample(1));
        assertThat(sample(1)).isNotEqualTo(sample(2));
        assertThat(new Activity.Builder().lookUps(1).build()).isNotEqualTo(Activity.NONE);
    }

    @Test
    void aBuilder_goesOnWithoutChangingWhatItBuilt() {
        Activity.Builder builder = new Activity.Builder().macs(1, 0);
        Activity first = builder.build();
        builder.macs(1, 1).words(Action.READ, Operand.INPUT, Level.DRAM, 2, 16);
        assertThat(first).isEqualTo(new Activity.Builder().macs(1, 0).build());
        assertThat(builder.build().bits(Level.DRAM)).isEqualTo(32);
    }

    @Test
    void overflow_isAnError_notAWrongNumber() {
        Activity.Builder builder = new Activity.Builder();
        assertThatThrownBy(() -> builder.words(Action.READ, Operand.INPUT, Level.DRAM, Long.MAX_VALUE / 2, 16))
                .isInstanceOf(ArithmeticException.class);
        builder.bits(Action.READ, Operand.INPUT, Level.DRAM, Long.MAX_VALUE);
        Activity most = builder.build();
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> builder.bits(Action.READ, Operand.INPUT, Level.DRAM, 1))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void text_namesWhatIsNotZero() {
        Activity activity = new Activity.Builder()
                .macs(3, 1)
                .bits(Action.WRITE, Operand.OUTPUT, Level.DRAM, 48)
                .build();
        assertThat(activity)
                .hasToString(
                        "macs 3, gated 1, skipped 0, vector 0, look-ups 0, element cycles 0, cycles 0\n  dram output write 48 bit");
    }
}
