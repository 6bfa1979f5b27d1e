package network;

import java.nio.file.Path;
import java.util.Map;

/** Who keeps the zone example.com, and the settings by which a lbkeeper finds it there. */
interface Provider {
    /** All that lbkeeper is told of it: lb.dns and its keys. */
    Map<String, String> settings(String address);

    /** Ends when it answers DNS at port 53. It ends with its namespace. */
    void start(String namespace, String address, Path folder);

    /** For whoever reads why a test failed. */
    String story();
}
