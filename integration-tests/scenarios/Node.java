package scenarios;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lbkeeper.command.RoutesFolder;
import io.lbkeeper.service.Service;
import io.lbkeeper.timing.Watchdog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import org.slf4j.LoggerFactory;

/** One lbkeeper in this process: the shipped routes by the real Camel, with the settings of a test. */
final class Node implements AutoCloseable {
    private final String name;
    private final Path stateDir;
    private final Main main;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    Node(String name, Map<String, String> settings) throws Exception {
        this.name = name;
        Map<String, String> all = new HashMap<>(settings);
        all.put("lb.node", name);
        stateDir = Files.createTempDirectory("state-of-" + name);
        all.putIfAbsent("lb.state-dir", stateDir.toString());
        all.put("camel.main.threadNamePattern", "(#camelId#) ##counter# #name#");
        RoutesFolder routes = RoutesFolder.open(Path.of("routes"));
        main = Service.assemble(routes.read(Lbkeeper.settings(Files.createTempDirectory("settings-of-" + name), name,
                all)), routes.folder());
    }

    Node start() {
        log.start();
        logger().addAppender(log);
        main.start();
        return this;
    }

    /** Where it keeps its status, and where commands ask something of it. */
    Path stateDir() {
        return stateDir;
    }

    /** What this node has logged, without the times: its threads carry its name. */
    List<String> said() {
        synchronized (log) {
            return List.copyOf(log.list).stream().filter(event -> event.getThreadName().contains("(" + name + ")"))
                    .map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    /** How many cycles it has completed. */
    long cycles() {
        return main.lookup("watchdog", Watchdog.class).completed();
    }

    String lastSaid() {
        List<String> said = said();
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    @Override
    public void close() {
        main.stop();
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("lbkeeper");
    }
}
