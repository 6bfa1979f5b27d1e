package io.lbkeeper.settings;

import static io.lbkeeper.settings.Setting.with;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of {@code lb.dns=cloudflare}, each declared once. A part of {@link Declared#ALL}. */
final class DeclaredCloudflare {
    static final Setting<URI> URL = with("lb.cloudflare.url", "https://api.cloudflare.com/client/v4", ApiKinds.base(),
            "Where the API is.");
    static final Setting<Optional<String>> ZONE_ID = with("lb.cloudflare.zone-id", "", ApiKinds.hexId().orNone(),
            "The id of the zone of all the records, from its overview page; required for `lb.dns=cloudflare`.");
    static final Setting<Optional<String>> TOKEN = with("lb.cloudflare.token", "", NoticeKinds.token().orNone(),
            "An API token that may edit that zone's DNS; required for `lb.dns=cloudflare`.").asSecret();

    static final List<Setting<?>> ALL = List.of(URL, ZONE_ID, TOKEN);

    private DeclaredCloudflare() {
    }
}
