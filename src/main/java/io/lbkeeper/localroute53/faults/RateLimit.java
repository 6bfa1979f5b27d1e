package io.lbkeeper.localroute53.faults;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls the API takes: for each bucket of tokens a burst and a refill. Its text is {@code 10/s},
 * {@code 10/s,burst 50}, or {@code aws} for the buckets that AWS documents.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html
 *
 * @param account of all calls together
 * @param each    of each call
 * @param some    of the calls that have their own
 */
public record RateLimit(Bucket account, Bucket each, Map<String, Bucket> some) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)/s(?:, ?burst[ =](\\d{1,6}))?");
    private static final Bucket AWS = new Bucket(50, 10);

    /**
     * @param burst     tokens at first and at most
     * @param perSecond tokens added each second
     */
    public record Bucket(int burst, double perSecond) {
    }

    public RateLimit {
        some = Map.copyOf(some);
    }

    /** @throws IllegalArgumentException where the text is no rate; says what is allowed */
    public static RateLimit parse(String text) {
        if (text.equals("aws")) {
            return new RateLimit(AWS, AWS, Map.of("CreateHostedZone", new Bucket(40, 2),
                    "DeleteHostedZone", new Bucket(40, 5), "CreateHealthCheck", new Bucket(50, 0.5),
                    "GetHealthCheckStatus", new Bucket(4, 1)));
        }
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            double perSecond = Double.parseDouble(form.group(1));
            int burst = form.group(2) == null ? (int) Math.ceil(perSecond) : Integer.parseInt(form.group(2));
            if (perSecond > 0 && burst > 0) {
                Bucket bucket = new Bucket(burst, perSecond);
                return new RateLimit(bucket, bucket, Map.of());
            }
        }
        throw new IllegalArgumentException("rate \"" + text + "\" is none: write calls a second and the burst, both"
                + " over 0, as 10/s or 10/s,burst 50; or aws for what AWS documents");
    }

    Bucket of(String call) {
        return some.getOrDefault(call, each);
    }

    @Override
    public String toString() {
        String rate = new BigDecimal(String.valueOf(account.perSecond())).stripTrailingZeros().toPlainString();
        return rate + "/s, burst " + account.burst() + (some.isEmpty() ? "" : ", some calls less");
    }
}
