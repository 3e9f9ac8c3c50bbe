package io.picojoule.sweep.run;

import io.picojoule.sweep.Point;
import java.util.List;

/** Points that are still to be simulated. May be asked by any thread. */
public interface PointSource {
    /** The next points, not more than {@code most}; none once there are no more. */
    List<Point> next(int most);
}
