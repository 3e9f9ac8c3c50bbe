package io.picojoule.report.sweep;

import java.util.ArrayList;
import java.util.List;

/** A front as a list that every new point is held against; what refused the last one is asked first. */
final class ListFront implements Front {
    private record Member(long number, double[] objectives) {}

    private final List<Member> members = new ArrayList<>();

    @Override
    public boolean add(long number, double[] objectives) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (dominates(member.objectives, objectives)) {
                members.set(i, members.get(0));
                members.set(0, member);
                return false;
            }
        }
        members.removeIf(member -> dominates(objectives, member.objectives));
        members.add(new Member(number, objectives.clone()));
        return true;
    }

    @Override
    public long[] numbers() {
        return members.stream().mapToLong(Member::number).sorted().toArray();
    }

    private static boolean dominates(double[] one, double[] other) {
        boolean isBetter = false;
        for (int i = 0; i < one.length; i++) {
            if (one[i] > other[i]) {
                return false;
            }
            isBetter |= one[i] < other[i];
        }
        return isBetter;
    }
}
