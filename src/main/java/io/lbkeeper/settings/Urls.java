package io.lbkeeper.settings;

import java.net.URI;
import java.net.URISyntaxException;

/** Web addresses. A user and password in one would end up in logs: there are settings of their own for them. */
final class Urls {
    static final String ADDRESS = "{address}";
    private static final String PROBE = "192.0.2.1";
    private static final int LARGEST_PORT = 65535;

    private Urls() {
    }

    static boolean isUrl(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    static Kind<URI> url() {
        return new Kind<>("an http:// or https:// URL without user and password", Urls::parse);
    }

    /** A URL whose host is {@code {address}}, as a text: with the braces it is no URL yet. */
    static Kind<String> template() {
        return new Kind<>("an http:// or https:// URL without user and password, with {address} as its host", text -> {
            if (!text.contains(ADDRESS)) {
                throw new Mistake("has no {address}");
            }
            String host = parse(text.replace(ADDRESS, PROBE)).getHost();
            if (!host.equals(PROBE) || text.indexOf(ADDRESS) != text.lastIndexOf(ADDRESS)) {
                throw new Mistake("has {address} elsewhere than as its host");
            }
            return text;
        });
    }

    private static URI parse(String text) throws Mistake {
        if (!isUrl(text)) {
            throw new Mistake("does not begin with http:// or https://");
        }
        try {
            URI url = new URI(text).parseServerAuthority();
            if (url.getUserInfo() != null) {
                throw new Mistake("has a user or password in it");
            }
            if (url.getHost() == null) {
                throw new Mistake("has no host");
            }
            if (url.getPort() == 0 || url.getPort() > LARGEST_PORT) {
                throw new Mistake("has a port that is not from 1 to " + LARGEST_PORT);
            }
            if (url.getFragment() != null) {
                throw new Mistake("has a # in it");
            }
            return url;
        } catch (URISyntaxException e) {
            throw new Mistake("is not a URL");
        }
    }
}
