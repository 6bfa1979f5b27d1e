package io.lbkeeper.check;

import java.util.List;

/** Whether the checks see all that lbkeeper can know of a node. */
final class KindInspection implements Inspection {
    private static final String KEY = "lb.check.kind";

    @Override
    public List<Finding> of(Subject subject) {
        Place place = SettingsLines.read(subject.config()).placeOf(KEY, subject.config());
        return subject.settings().checks().blindness().map(what -> Finding.warning(place, what,
                KEY + "=" + subject.settings().checks().kind(), "use haproxy where its stats page can be reached"))
                .stream().toList();
    }
}
