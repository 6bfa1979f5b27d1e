package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.call.ApiRequest;
import io.lbkeeper.localroute53.xml.RequestXml;
import io.lbkeeper.localroute53.xml.ResponseXml;
import io.lbkeeper.localroute53.xml.TagsXml;
import io.lbkeeper.localroute53.xml.XmlElement;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls about the tags of zones and health checks.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeTagsForResource.html
 */
final class TagCalls {
    private static final int KEY_LIMIT_CHARACTERS = 128;
    private static final int VALUE_LIMIT_CHARACTERS = 256;
    private final Account account;

    TagCalls(Account account) {
        this.account = account;
    }

    ApiAnswer change(ApiRequest request, String type, String id) throws Refusal {
        tags(account.state(), type, id);
        XmlElement body = RequestXml.read(request.body(), "ChangeTagsForResourceRequest");
        Map<String, String> added = added(body);
        List<String> removed = body.texts("RemoveTagKeys").toList();
        if (added.isEmpty() && removed.isEmpty()) {
            throw Refusal.invalidInput("Neither AddTags nor RemoveTagKeys is given");
        }
        account.change(before -> {
            Tags tags = tags(before, type, id).changed(added, removed);
            return isZone(type) ? before.with(before.zone(id).with(tags))
                    : before.with(before.checks().check(id).with(tags));
        });
        return ApiAnswer.ok(ResponseXml.document("ChangeTagsForResourceResponse", xml -> { }));
    }

    private static Map<String, String> added(XmlElement body) throws Refusal {
        Map<String, String> added = new LinkedHashMap<>();
        for (XmlElement tag : body.child("AddTags").stream().flatMap(XmlElement::children).toList()) {
            String key = tag.requiredText("Key");
            String value = tag.text("Value").orElse("");
            RequestForm.within(key, "key", 1, KEY_LIMIT_CHARACTERS);
            RequestForm.within(value, "value", 0, VALUE_LIMIT_CHARACTERS);
            if (key.startsWith("aws:")) {
                throw Refusal.invalidInput("A tag key cannot begin with aws: " + key);
            }
            if (added.put(key, value) != null) {
                throw Refusal.invalidInput("The tag key " + key + " is given twice");
            }
        }
        return added;
    }

    ApiAnswer list(String type, String id) throws Refusal {
        Tags tags = tags(account.state(), type, id);
        return ApiAnswer.ok(ResponseXml.document("ListTagsForResourceResponse", xml -> write(xml, type, id, tags)));
    }

    ApiAnswer listSeveral(ApiRequest request, String type) throws Refusal {
        judgeType(type);
        AccountState now = account.state();
        Map<String, Tags> found = new LinkedHashMap<>();
        for (String id : RequestXml.read(request.body(), "ListTagsForResourcesRequest").texts("ResourceIds").toList()) {
            found.put(id, tags(now, type, id));
        }
        return ApiAnswer.ok(ResponseXml.document("ListTagsForResourcesResponse", xml -> xml.element("ResourceTagSets",
                sets -> found.forEach((id, tags) -> write(sets, type, id, tags)))));
    }

    private static Tags tags(AccountState state, String type, String id) throws Refusal {
        judgeType(type);
        int limitCharacters = isZone(type) ? 32 : 64;
        if (id.length() > limitCharacters) {
            throw RequestForm.outOfBounds(id, "resourceId", "have length less than or equal to " + limitCharacters);
        }
        return isZone(type) ? state.zone(id).tags() : state.checks().check(id).tags();
    }

    private static void judgeType(String type) throws Refusal {
        if (!isZone(type) && !type.equals("healthcheck")) {
            throw RequestForm.notOneOf(type, "resourceType", "[healthcheck, hostedzone]");
        }
    }

    private static boolean isZone(String type) {
        return type.equals("hostedzone");
    }

    private static void write(ResponseXml xml, String type, String id, Tags tags) {
        xml.element("ResourceTagSet", set -> {
            set.element("ResourceType", type).element("ResourceId", id);
            TagsXml.write(set, tags);
        });
    }
}
