package io.lbkeeper.localroute53.signing;

import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.zone.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request may be answered: it has an Authorization header, and, where credentials are known, it is signed
 * with one of them, now, for this service and region. The texts are Route 53's.
 */
public final class SignatureCheck {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String REGION = "us-east-1";
    private static final String SERVICE = "route53";
    private static final String TERMINATOR = "aws4_request";
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private final Optional<Credentials> credentials;
    private final Clock clock;

    /** @param credentials none: any header will do */
    public SignatureCheck(Optional<Credentials> credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    public void judge(ApiRequest request) throws Refusal {
        Optional<String> header = header(request, "authorization");
        if (header.isEmpty()) {
            throw new Refusal("MissingAuthenticationToken", "Missing Authentication Token");
        }
        if (credentials.isPresent()) {
            Authorization authorization = Authorization.parse(header.get());
            Optional<String> date = header(request, "x-amz-date");
            if (date.isEmpty()) {
                throw Authorization.incomplete("Authorization header requires existence of either a 'X-Amz-Date' or"
                        + " a 'Date' header. Authorization=" + header.get());
            }
            judgeScope(authorization, date.get());
            judgeAge(date.get());
            judgeSignature(request, authorization, date.get());
        }
    }

    private static Optional<String> header(ApiRequest request, String name) {
        return request.headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    private static void judgeScope(Authorization authorization, String date) throws Refusal {
        if (!authorization.terminator().equals(TERMINATOR)) {
            throw mismatch("Credential should be scoped with a valid terminator: '" + TERMINATOR + "', not '"
                    + authorization.terminator() + "'. ");
        }
        if (!authorization.region().equals(REGION)) {
            throw mismatch("Credential should be scoped to a valid region, not '" + authorization.region() + "'. ");
        }
        if (!authorization.service().equals(SERVICE)) {
            throw mismatch("Credential should be scoped to correct service: '" + SERVICE + "'. ");
        }
        if (!date.startsWith(authorization.date() + "T")) {
            throw mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + authorization.date() + "' != '" + date.replaceAll("T.*", "") + "', from '" + date + "'.");
        }
    }

    private void judgeAge(String date) throws Refusal {
        Instant signed;
        try {
            signed = BASIC.parse(date, Instant::from);
        } catch (DateTimeParseException e) {
            throw Authorization.incomplete("Date must be in ISO-8601 'basic format'. Got '" + date + "'.");
        }
        Instant now = clock.instant();
        Instant earliest = now.minus(SKEW);
        Instant latest = now.plus(SKEW);
        if (signed.isBefore(earliest)) {
            throw mismatch("Signature expired: " + date + " is now earlier than " + BASIC.format(earliest) + " ("
                    + BASIC.format(now) + " - " + SKEW.toMinutes() + " min.)");
        }
        if (signed.isAfter(latest)) {
            throw mismatch("Signature not yet current: " + date + " is still later than " + BASIC.format(latest) + " ("
                    + BASIC.format(now) + " + " + SKEW.toMinutes() + " min.)");
        }
    }

    private void judgeSignature(ApiRequest request, Authorization authorization, String date) throws Refusal {
        Optional<String> secret = credentials.flatMap(known -> known.secretOf(authorization.accessKey()));
        if (secret.isEmpty()) {
            throw new Refusal("InvalidClientTokenId", "The security token included in the request is invalid.");
        }
        if (!authorization.signedHeaders().contains("host")) {
            throw mismatch("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }
        String expected = SigningText.signature(request, authorization, date, secret.get());
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
                authorization.signature().getBytes(StandardCharsets.UTF_8))) {
            throw mismatch("The request signature we calculated does not match the signature you provided. Check your"
                    + " AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static Refusal mismatch(String message) {
        return new Refusal("SignatureDoesNotMatch", message);
    }
}
