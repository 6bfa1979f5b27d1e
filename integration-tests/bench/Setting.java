package bench;

import java.time.Duration;

/** How often a node is checked, and after how many failed checks in a row it counts as gone. */
record Setting(String name, Duration interval, int fall) {
    static final Setting FALL_1 = new Setting("fall-1", Duration.ofSeconds(1), 1);
    static final Setting FALL_3 = new Setting("fall-3", Duration.ofSeconds(1), 3);
    /** lbkeeper's defaults. */
    static final Setting EASY = new Setting("5s", Duration.ofSeconds(5), 3);

    /** How long one check may take. */
    Duration timeout() {
        return interval.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(2) : Duration.ofSeconds(1);
    }
}
