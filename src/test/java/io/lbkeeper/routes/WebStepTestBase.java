package io.lbkeeper.routes;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** One step of a provider's kamelets, against a server that replies as it is told to. */
abstract class WebStepTestBase extends RouteTestBase {
    final ScriptedServer server = new ScriptedServer();
    private final String provider;
    private final Settings settings;

    /** The settings of a provider that is at this URL. */
    @FunctionalInterface
    interface Settings {
        Map<String, String> at(String url);
    }

    WebStepTestBase(String provider, Settings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Set<String> providers() {
        return Set.of(provider);
    }

    @Override
    Map<String, String> settings() {
        return settings.at(server.url());
    }

    @AfterEach
    void close() {
        server.close();
    }
}
