package io.lbkeeper.route53;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import software.amazon.awssdk.services.route53.model.ChangeTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.ChangeTagsForResourceResponse;
import software.amazon.awssdk.services.route53.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.route53.model.ResourceTagSet;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** The operations on the tags of hosted zones and health checks. */
final class ResourceTags {
    private ResourceTags() {
    }

    static void listTagsForResource(Call call) {
        ListTagsForResourceResponse response = call.client().listTagsForResource(
                call.request(ListTagsForResourceRequest.class, () -> ListTagsForResourceRequest.builder()
                        .resourceType(type(call)).resourceId(id(call)).build()));
        ResourceTagSet set = response.resourceTagSet();
        AnswerTrust.told(call, response, "resource (ResourceTagSet with ResourceId)",
                set == null ? null : set.resourceId());
        Map<String, String> tags = new LinkedHashMap<>();
        set.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        call.answer(call.pojoRequest() ? response : tags);
    }

    static void changeTagsForResource(Call call) {
        ChangeTagsForResourceResponse response = call.client().changeTagsForResource(
                call.limited(call.request(ChangeTagsForResourceRequest.class, () -> wanted(call))));
        AnswerTrust.signed(call, response);
        call.answer(response);
    }

    private static ChangeTagsForResourceRequest wanted(Call call) {
        List<Tag> add = tags(call);
        List<String> remove = call.texts(Route53Constants.REMOVE_TAG_KEYS);
        if (add == null && remove == null) {
            throw call.wrong("no tag is told: set the header " + Route53Constants.TAGS + " or "
                    + Route53Constants.REMOVE_TAG_KEYS);
        }
        return ChangeTagsForResourceRequest.builder().resourceType(type(call)).resourceId(id(call))
                .addTags(add).removeTagKeys(remove).build();
    }

    private static List<Tag> tags(Call call) {
        if (call.message().getHeader(Route53Constants.TAGS) instanceof Map<?, ?> map) {
            return map.isEmpty() ? null : map.entrySet().stream()
                    .map(entry -> tag(String.valueOf(entry.getKey()),
                            entry.getValue() == null ? "" : String.valueOf(entry.getValue()))).toList();
        }
        List<String> pairs = call.texts(Route53Constants.TAGS);
        return pairs == null ? null : pairs.stream().map(pair -> tag(call, pair)).toList();
    }

    private static Tag tag(Call call, String pair) {
        int sign = pair.indexOf('=');
        if (sign < 1) {
            throw call.wrong("the header " + Route53Constants.TAGS + " must be a Map, or text such as a=1,b=2, but has "
                    + Call.seen(pair));
        }
        return tag(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static TagResourceType type(Call call) {
        String told = call.requiredText(Route53Constants.RESOURCE_TYPE);
        TagResourceType type = TagResourceType.fromValue(told.toLowerCase(Locale.ROOT));
        if (type == TagResourceType.UNKNOWN_TO_SDK_VERSION) {
            throw call.wrong("the header " + Route53Constants.RESOURCE_TYPE + " must be one of "
                    + TagResourceType.knownValues() + ", but is " + Call.seen(told));
        }
        return type;
    }

    /** These calls of AWS want the bare id. */
    private static String id(Call call) {
        String told = call.id(Route53Constants.RESOURCE_ID);
        if (told != null) {
            return told;
        }
        return type(call) == TagResourceType.HOSTEDZONE ? call.hostedZoneId()
                : call.required(Route53Constants.HEALTH_CHECK_ID, call.id(Route53Constants.HEALTH_CHECK_ID));
    }
}
