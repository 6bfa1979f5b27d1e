package io.lbkeeper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Says whether an identity's policy allows a call to Route 53, by IAM's rules as far as the documentation uses them;
 * whatever else stands in a policy is an error.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">IAM: policy
 *      evaluation logic</a>
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-rrset-conditions.html">Route 53:
 *      condition keys of resource record sets</a>
 */
final class IamPolicy {
    private static final String CHANGE = "route53:ChangeResourceRecordSets";
    private static final String FOR_ALL = "ForAllValues:StringEquals";
    private static final String NULL = "Null";
    private static final Set<String> PARTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    private final List<JsonNode> statements;

    /** One change of a batch, with the name as it is sent. */
    record Change(String action, String name, String type) {
    }

    private IamPolicy(List<JsonNode> statements) {
        this.statements = statements;
    }

    static IamPolicy parse(String json) {
        Map<String, JsonNode> policy = JsonNode.parser().parse(json).asObject();
        if (!policy.keySet().equals(Set.of("Version", "Statement"))
                || !policy.get("Version").text().equals("2012-10-17")) {
            throw new IllegalArgumentException("not a policy of version 2012-10-17: " + policy.keySet());
        }
        List<JsonNode> statements = policy.get("Statement").asArray();
        statements.forEach(IamPolicy::know);
        return new IamPolicy(statements);
    }

    /** A call that has no condition keys. */
    boolean allows(String action, String resource) {
        return allowed(action, resource, Map.of());
    }

    /** A call with these condition keys and no others. */
    boolean allows(String action, String resource, Map<String, Set<String>> context) {
        return allowed(action, resource, context);
    }

    boolean allowsBatch(String zoneId, List<Change> batch) {
        return allowed(CHANGE, "arn:aws:route53:::hostedzone/" + zoneId, Map.of(
                CHANGE + "NormalizedRecordNames", batch.stream().map(change -> normalized(change.name()))
                        .collect(Collectors.toSet()),
                CHANGE + "RecordTypes", batch.stream().map(Change::type).collect(Collectors.toSet()),
                CHANGE + "Actions", batch.stream().map(Change::action).collect(Collectors.toSet())));
    }

    /** One statement has to allow all of it: two that allow a half each do not add up. */
    private boolean allowed(String action, String resource, Map<String, Set<String>> context) {
        return statements.stream().anyMatch(statement -> matches(part(statement, "Action"), action)
                && matches(part(statement, "Resource"), resource) && holds(statement, context));
    }

    /** All operators have to hold, and each for all of its keys. */
    private static boolean holds(JsonNode statement, Map<String, Set<String>> context) {
        return statement.field("Condition").map(condition -> condition.asObject().entrySet().stream().allMatch(
                operator -> operator.getValue().asObject().entrySet().stream().allMatch(key -> holds(
                        operator.getKey(), context.getOrDefault(key.getKey(), Set.of()), key.getValue()))))
                .orElse(true);
    }

    /**
     * ForAllValues holds where the request has no value for the key: that is the trap which Null is set for. Text is
     * compared exactly; a star is a star.
     */
    private static boolean holds(String operator, Set<String> values, JsonNode wanted) {
        return operator.equals(NULL) ? values.isEmpty() == Boolean.parseBoolean(wanted.text())
                : texts(wanted).containsAll(values);
    }

    private static void know(JsonNode statement) {
        boolean known = PARTS.containsAll(statement.asObject().keySet())
                && part(statement, "Effect").text().equals("Allow")
                && statement.field("Condition").map(condition -> Set.of(FOR_ALL, NULL).containsAll(
                        condition.asObject().keySet())).orElse(true);
        if (!known) {
            throw new IllegalArgumentException("this oracle does not know all of " + statement);
        }
    }

    private static JsonNode part(JsonNode statement, String name) {
        return statement.field(name).orElseThrow(() -> new IllegalArgumentException("no " + name + ": " + statement));
    }

    private static boolean matches(JsonNode patterns, String text) {
        return texts(patterns).stream().anyMatch(pattern -> pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1)) : text.equals(pattern));
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray() ? oneOrMore.asArray().stream().map(JsonNode::text).collect(Collectors.toSet())
                : Set.of(oneOrMore.text());
    }

    /** As the key has it: in lower case, without the final dot, all but a-z, 0-9, -, _ and . as an octal code. */
    private static String normalized(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return lower.chars().mapToObj(c -> "abcdefghijklmnopqrstuvwxyz0123456789-_.".indexOf(c) >= 0
                ? String.valueOf((char) c) : String.format("\\%03o", c)).collect(Collectors.joining());
    }
}
