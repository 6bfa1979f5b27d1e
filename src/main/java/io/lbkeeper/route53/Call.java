package io.lbkeeper.route53;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.route53.Route53Client;

/** One call of an operation: the message it reads its wishes from and writes its answer to. */
record Call(Route53Operations operation, Message message, Route53Configuration configuration, Route53Client client,
            HostedZoneNames zones) {

    /** The operation that the message asks for, else the one the endpoint is set to. */
    static Route53Operations operation(Message message, Route53Configuration configuration) {
        Object wanted = message.getHeader(Route53Constants.OPERATION);
        if (wanted == null) {
            wanted = configuration.getOperation();
        }
        if (wanted instanceof Route53Operations operation) {
            return operation;
        }
        for (Route53Operations operation : Route53Operations.values()) {
            if (operation.name().equals(wanted)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("aws2-route53: the operation, from the header " + Route53Constants.OPERATION
                + " or the option operation, is " + seen(wanted) + ", but must be one of "
                + Arrays.toString(Route53Operations.values()));
    }

    boolean pojoRequest() {
        return configuration.isPojoRequest();
    }

    /** The request: the body itself with {@code pojoRequest}, else built from headers and body. */
    <T> T request(Class<T> type, Supplier<T> fromHeaders) {
        return pojoRequest() ? body(type) : fromHeaders.get();
    }

    /** The request such that the SDK sends it again only as the operation allows; for every request that changes. */
    <Q extends AwsRequest> Q limited(Q request) {
        return operation.repetition().limit(request, configuration);
    }

    /** The body, which must be of this type. It is not converted: a request is not made from text by chance. */
    <T> T body(Class<T> type) {
        Object body = message.getBody();
        if (!type.isInstance(body)) {
            throw wrong("the body must be a " + type.getName()
                    + (pojoRequest() ? ", as pojoRequest is true" : "") + ", but is " + seen(body));
        }
        return type.cast(body);
    }

    String hostedZoneId() {
        String id = text(Route53Constants.HOSTED_ZONE_ID);
        String name = hostedZoneName();
        if (id == null && text(Route53Constants.HOSTED_ZONE_NAME) == null) {
            id = configuration.getHostedZoneId();
        }
        if (id != null && !id.isBlank()) {
            return bareId(id);
        }
        if (name == null) {
            throw wrong("the hosted zone is not told: set the header " + Route53Constants.HOSTED_ZONE_ID + " or "
                    + Route53Constants.HOSTED_ZONE_NAME + ", or the option hostedZoneId or hostedZoneName");
        }
        return zones.id(client, name);
    }

    /** The name of the hosted zone where it is told, or null. */
    String hostedZoneName() {
        String name = text(Route53Constants.HOSTED_ZONE_NAME);
        name = name == null ? configuration.getHostedZoneName() : name;
        return name == null || name.isBlank() ? null : name;
    }

    /** Makes the next call ask anew for the id of the zone that is told by its name. */
    void forgetZone() {
        if (hostedZoneName() != null) {
            zones.forget(hostedZoneName());
        }
    }

    /** An id without {@code /hostedzone/} or {@code /change/}: the SDK takes them from answers, not from requests. */
    static String bareId(String id) {
        return id.strip().substring(id.strip().lastIndexOf('/') + 1);
    }

    /** A header as text, or null where it is missing or blank. */
    String text(String header) {
        String text = header(header, String.class);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What is being done, for the beginning of an error's text. */
    String doing() {
        return "aws2-route53 " + operation;
    }

    /** A header with an id, bare, or null. */
    String id(String header) {
        String id = text(header);
        return id == null ? null : bareId(id);
    }

    /**
     * What tells this creation from all others. One that is made up is set as header before the call, so that a
     * redelivery after a lost answer does not create a second thing.
     */
    String callerReference() {
        if (text(Route53Constants.CALLER_REFERENCE) == null) {
            message.setHeader(Route53Constants.CALLER_REFERENCE, UUID.randomUUID().toString());
        }
        return text(Route53Constants.CALLER_REFERENCE);
    }

    String requiredText(String header) {
        return required(header, text(header));
    }

    /** A record type, in capitals as Route 53 has them, or null. */
    String recordType(String header) {
        String type = text(header);
        return type == null ? null : type.toUpperCase(Locale.ROOT);
    }

    /** A header that lists texts: a collection, or one text with commas; never empty. */
    List<String> requiredTexts(String header) {
        return required(header, texts(header));
    }

    /** A header that lists texts, or null where it is missing or empty. */
    List<String> texts(String header) {
        Object value = message.getHeader(header);
        List<String> texts = value instanceof Collection<?> many
                ? many.stream().map(each -> message.getExchange().getContext().getTypeConverter()
                        .convertTo(String.class, each)).toList()
                : Commas.split(text(header));
        return texts.isEmpty() ? null : texts;
    }

    /** A header converted to a type; a value that cannot be is told by the name of its header. */
    <T> T header(String header, Class<T> type) {
        try {
            return message.getHeader(header, type);
        } catch (RuntimeCamelException e) {
            throw new IllegalArgumentException(doing() + ": the header " + header + " must be a "
                    + type.getSimpleName() + ", but is " + seen(message.getHeader(header)), e);
        }
    }

    /** A header with a time, or else the option's; longer than zero. */
    Duration duration(String header, Duration option) {
        Duration told = message.getHeader(header) == null ? option : header(header, Duration.class);
        if (told == null || told.isNegative() || told.isZero()) {
            throw wrong("the header " + header + " must be a time longer than zero, such as 30s, but is "
                    + seen(message.getHeader(header)));
        }
        return told;
    }

    /** Whether a header is true; it is false where it is missing. */
    boolean truth(String header) {
        Boolean truth = message.getHeader(header) == null ? Boolean.FALSE : header(header, Boolean.class);
        if (truth == null) {
            throw wrong("the header " + header + " must be true or false, but is " + seen(message.getHeader(header)));
        }
        return truth;
    }

    boolean failOnLostRace() {
        return message.getHeader(Route53Constants.FAIL_ON_LOST_RACE) == null ? configuration.isFailOnLostRace()
                : truth(Route53Constants.FAIL_ON_LOST_RACE);
    }

    <T> T required(String header, T value) {
        if (value == null) {
            throw wrong("the header " + header + " is missing");
        }
        return value;
    }

    void answer(Object body) {
        message.setBody(body);
    }

    /** Sets a header of the answer; null removes what an earlier call may have left there. */
    void answer(String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(doing() + ": " + what);
    }

    /** A value with its type, cut short: a body may be large. */
    static String seen(Object value) {
        if (value == null) {
            return "null";
        }
        String text = value.toString();
        return value.getClass().getName() + " '" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
