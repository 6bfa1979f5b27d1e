package io.lbkeeper.check;

import java.util.List;

/** One kind of look at settings, routes and kamelets. */
@FunctionalInterface
interface Inspection {
    /** All that is wrong, in any order. */
    List<Finding> of(Subject subject);
}
