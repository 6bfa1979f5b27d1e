package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.provider.WebApi;
import java.net.URI;

/**
 * A DNS provider's API over HTTP.
 *
 * @param base  the URL at which the settings have it
 * @param place what it takes that to be, in the paths that it knows
 */
record ProviderSite(URI base, String place, WebApi api) {

    /** Whether a request to that place is one to the API. */
    boolean has(URI asked) {
        String folder = base.getRawPath().replaceFirst("/+$", "") + "/";
        return base.getScheme().equalsIgnoreCase(asked.getScheme()) && base.getHost().equalsIgnoreCase(asked.getHost())
                && port(base) == port(asked) && (asked.getRawPath() + "/").startsWith(folder);
    }

    /** The request as the API knows it. */
    WebApi.Ask below(WebApi.Ask ask) {
        String folder = base.getRawPath().replaceFirst("/+$", "");
        return new WebApi.Ask(ask.method(), place + ask.pathAndQuery().substring(folder.length()), ask.headers(),
                ask.body());
    }

    private static int port(URI place) {
        int usual = place.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return place.getPort() < 0 ? usual : place.getPort();
    }
}
