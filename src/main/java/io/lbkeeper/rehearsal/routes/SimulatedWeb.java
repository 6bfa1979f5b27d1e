package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.rehearsal.provider.WebApi;
import io.lbkeeper.rehearsal.world.ApiReply;
import io.lbkeeper.rehearsal.world.Call;
import io.lbkeeper.rehearsal.world.Glance;
import io.lbkeeper.rehearsal.world.Page;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.settings.AddressSource;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
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
    private static final int FORBIDDEN = 403;

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

    ClassicHttpResponse answer(String url, WebApi.Ask ask, Duration deadline) throws IOException {
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
        Optional<ProviderSite> site = process.provider().site().filter(there -> there.has(URI.create(url)));
        if (site.isPresent()) {
            return provider(site.get().api(), site.get().below(ask), deadline);
        }
        others.merge(ask.method() + " " + url, 1, Integer::sum);
        return response(OK, "");
    }

    private ClassicHttpResponse provider(WebApi api, WebApi.Ask ask, Duration deadline) throws IOException {
        Call kind = api.isChange(ask) ? Call.WRITE : Carrier.isBeside() ? Call.READ_BESIDE : Call.READ;
        World world = process.world();
        ApiReply<WebApi.Reply> reply = process.ask((Consumer<ApiReply<WebApi.Reply>> then) -> world.api(
                process.node(), kind, deadline, zone -> api.answer(ask, zone, world.now()), then));
        if (reply instanceof ApiReply.NoAnswer<WebApi.Reply>) {
            throw late(deadline);
        }
        WebApi.Reply told = reply instanceof ApiReply.Value<WebApi.Reply> answered ? answered.value()
                : api.refuse(turnedAway((ApiReply.Refused<WebApi.Reply>) reply));
        ClassicHttpResponse response = response(told.status(), told.body());
        if (!told.contentType().isEmpty()) {
            response.setEntity(new ByteArrayEntity(told.body().getBytes(StandardCharsets.UTF_8),
                    ContentType.parse(told.contentType())));
        }
        return response;
    }

    /** What the world's refusal, which is told as AWS tells it, means at any provider. */
    static WebApi.TurnedAway turnedAway(ApiReply.Refused<?> refused) {
        return refused.code().equals("Throttling") ? WebApi.TurnedAway.TOO_MANY
                : refused.status() == FORBIDDEN ? WebApi.TurnedAway.NOT_ALLOWED : WebApi.TurnedAway.OUT_OF_ORDER;
    }

    private ClassicHttpResponse stats(String address, Duration deadline) throws IOException {
        Visit visit = process.ask((Consumer<Visit> then) -> process.world().visit(process.node(), address,
                Glance.PAGE, deadline, then));
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
