package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.provider.WebApi;
import java.net.URI;

/** A DNS provider's API over HTTP, at the URL where the settings have it. */
record ProviderSite(URI base, WebApi api) {

    /** Whether a request to that place is one to the API. */
    boolean has(URI asked) {
        String folder = base.getRawPath().replaceFirst("/+$", "") + "/";
        return base.getScheme().equalsIgnoreCase(asked.getScheme()) && base.getHost().equalsIgnoreCase(asked.getHost())
                && port(base) == port(asked) && (asked.getRawPath() + "/").startsWith(folder);
    }

    /** The request as it would be if the API were at the top of its host. */
    WebApi.Ask below(WebApi.Ask ask) {
        String folder = base.getRawPath().replaceFirst("/+$", "");
        return new WebApi.Ask(ask.method(), ask.pathAndQuery().substring(folder.length()), ask.headers(), ask.body());
    }

    private static int port(URI place) {
        int usual = place.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return place.getPort() < 0 ? usual : place.getPort();
    }
}
