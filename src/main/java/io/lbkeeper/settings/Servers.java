package io.lbkeeper.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/** Servers by host or address, with a port where it is not the usual one. */
final class Servers {
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private Servers() {
    }

    static Kind<List<String>> list() {
        Kind<String> one = new Kind<>("a host or an address, perhaps with :PORT", text -> {
            judge(text);
            return text;
        });
        return Kinds.list(one, "hosts or addresses with commas between them, each once and perhaps with :PORT, such as "
                + "192.0.2.53,[2001:db8::53]:5353").orEmpty(List.of());
    }

    static Kind<String> host() {
        return new Kind<>("a host or an address", text -> {
            judgeHost(text);
            return text;
        });
    }

    private static void judge(String text) throws Mistake {
        Matcher form = WITH_PORT.matcher(text);
        if (!form.matches()) {
            judgeHost(text);
            return;
        }
        int port = Integer.parseInt(form.group(3));
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Mistake("has a port that is not one of 1 to " + HIGHEST_PORT);
        }
        judgeHost(form.group(1) == null ? form.group(2) : form.group(1));
    }

    private static void judgeHost(String host) throws Mistake {
        boolean address = Address.toByteArray(host, Address.IPv4) != null
                || Address.toByteArray(host, Address.IPv6) != null;
        if (!address) {
            Names.domain().parse(host);
        }
    }
}
