package io.lbkeeper;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

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
    private static final Set<String> PARTS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    private final List<JsonObject> statements;

    /** One change of a batch, with the name as it is sent. */
    record Change(String action, String name, String type) {
    }

    private IamPolicy(List<JsonObject> statements) {
        this.statements = statements;
    }

    static IamPolicy parse(String json) throws DeserializationException {
        JsonObject policy = (JsonObject) Jsoner.deserialize(json);
        if (!policy.keySet().equals(Set.of("Version", "Statement")) || !"2012-10-17".equals(policy.get("Version"))) {
            throw new IllegalArgumentException("not a policy of version 2012-10-17: " + policy.keySet());
        }
        List<JsonObject> statements = ((Collection<?>) policy.get("Statement")).stream().map(JsonObject.class::cast)
                .toList();
        statements.forEach(IamPolicy::know);
        return new IamPolicy(statements);
    }

    /** A call that has no condition keys. */
    boolean allows(String action, String resource) {
        return allows(action, resource, Map.of());
    }

    boolean allowsBatch(String zoneId, List<Change> batch) {
        return allows(CHANGE, "arn:aws:route53:::hostedzone/" + zoneId, Map.of(
                CHANGE + "NormalizedRecordNames", batch.stream().map(change -> normalized(change.name()))
                        .collect(Collectors.toSet()),
                CHANGE + "RecordTypes", batch.stream().map(Change::type).collect(Collectors.toSet()),
                CHANGE + "Actions", batch.stream().map(Change::action).collect(Collectors.toSet())));
    }

    /** One statement has to allow all of it: two that allow a half each do not add up. */
    private boolean allows(String action, String resource, Map<String, Set<String>> context) {
        return statements.stream().anyMatch(statement -> matches(statement.get("Action"), action)
                && matches(statement.get("Resource"), resource) && holds(statement, context));
    }

    private static boolean holds(JsonObject statement, Map<String, Set<String>> context) {
        JsonObject condition = (JsonObject) statement.get("Condition");
        return condition == null || ((JsonObject) condition.get("ForAllValues:StringEquals")).entrySet().stream()
                .allMatch(key -> texts(key.getValue()).containsAll(context.getOrDefault(key.getKey(), Set.of())));
    }

    private static void know(JsonObject statement) {
        JsonObject condition = (JsonObject) statement.get("Condition");
        boolean known = PARTS.containsAll(statement.keySet()) && "Allow".equals(statement.get("Effect"))
                && (condition == null || condition.keySet().equals(Set.of("ForAllValues:StringEquals")));
        if (!known) {
            throw new IllegalArgumentException("this oracle does not know all of " + statement.toJson());
        }
    }

    private static boolean matches(Object patterns, String text) {
        return texts(patterns).stream().anyMatch(pattern -> pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1)) : text.equals(pattern));
    }

    private static Set<String> texts(Object oneOrMore) {
        return oneOrMore instanceof Collection<?> more ? more.stream().map(String.class::cast)
                .collect(Collectors.toSet()) : Set.of((String) oneOrMore);
    }

    private static String normalized(String name) {
        String lower = name.toLowerCase();
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
