package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.rehearsal.world.Page;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.settings.AddressSource;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Everything that a node reaches over HTTP: stats pages, the source of its own address, and the rest of the world. */
final class SimulatedWeb {
    private static final String ADDRESS = "{address}";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final AgentProcess process;
    private final String ownUrl;
    private final String beforeAddress;
    private final String behindAddress;
    private final AddressSource source;
    private final StatsRules rules;
    private final Map<Page, StatsAnswer> pages = new HashMap<>();
    private final Map<String, Integer> others = new TreeMap<>();

    SimulatedWeb(AgentProcess process, Settings settings) {
        this.process = process;
        ownUrl = settings.ownCheckUrl().toString();
        String peers = settings.checkUrl();
        beforeAddress = peers.substring(0, peers.indexOf(ADDRESS));
        behindAddress = peers.substring(peers.indexOf(ADDRESS) + ADDRESS.length());
        source = settings.address();
        rules = new StatsRules(settings.backends(), settings.frontends(), settings.grace());
    }

    /** How often URLs were asked that mean nothing here, such as a web hook; each is answered well, and at once. */
    Map<String, Integer> others() {
        return new TreeMap<>(others);
    }

    ClassicHttpResponse answer(String method, String url, Duration deadline) throws IOException {
        if (url.equals(ownUrl)) {
            return stats("", deadline);
        }
        if (source instanceof AddressSource.Imds && url.startsWith(source.value() + "/latest/")) {
            return url.endsWith("/token") ? response(OK, "token-of-the-rehearsal") : ownAddress(deadline);
        }
        if (source instanceof AddressSource.Http && url.equals(source.value())) {
            return ownAddress(deadline);
        }
        if (url.startsWith(beforeAddress) && url.endsWith(behindAddress)
                && url.length() > beforeAddress.length() + behindAddress.length()) {
            String host = url.substring(beforeAddress.length(), url.length() - behindAddress.length());
            return stats(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, deadline);
        }
        others.merge(method + " " + url, 1, Integer::sum);
        return response(OK, "");
    }

    private ClassicHttpResponse stats(String address, Duration deadline) throws IOException {
        Visit visit = process.ask((Consumer<Visit> then) -> process.world().visit(process.node(), address, deadline,
                then));
        if (visit instanceof Visit.Answered answered) {
            return response(pages.computeIfAbsent(answered.page(), page -> page.answer(rules)));
        }
        throw visit instanceof Visit.Refused ? new ConnectException("Connection refused")
                : visit instanceof Visit.Unreachable ? new NoRouteToHostException("No route to host")
                        : visit instanceof Visit.Silent ? late(deadline) : new SocketException("Connection reset");
    }

    private ClassicHttpResponse ownAddress(Duration deadline) throws IOException {
        Answer<String> answer = process.ask((Consumer<Answer<String>> then) -> process.world().ownAddress(
                process.node(), deadline, then));
        if (answer instanceof Answer.CouldNotAsk<String>) {
            throw late(deadline);
        }
        return answer.found().map(address -> response(OK, address + "\n"))
                .orElseGet(() -> response(NOT_FOUND, "404 - Not Found"));
    }

    private static IOException late(Duration deadline) {
        return new SocketTimeoutException("no complete answer within " + deadline.toMillis() + " ms");
    }

    private static ClassicHttpResponse response(StatsAnswer answer) {
        ClassicHttpResponse response = response(answer.status(), answer.body());
        setHeader(response, StatsAnswer.NODE_HEADER, answer.nodeHeader());
        setHeader(response, StatsAnswer.STATE_HEADER, answer.stateHeader());
        setHeader(response, StatsAnswer.AGENT_HEADER, answer.agentHeader());
        return response;
    }

    private static void setHeader(ClassicHttpResponse response, String name, Optional<String> value) {
        value.ifPresent(text -> response.setHeader(name, text));
    }

    private static ClassicHttpResponse response(int status, String body) {
        ClassicHttpResponse response = new BasicClassicHttpResponse(status);
        response.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.TEXT_PLAIN));
        return response;
    }
}
