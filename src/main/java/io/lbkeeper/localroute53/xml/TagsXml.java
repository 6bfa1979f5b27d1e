package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.Tags;

/** Tags as the API writes them. */
public final class TagsXml {
    private TagsXml() {
    }

    public static void write(ResponseXml xml, Tags tags) {
        xml.element("Tags", list -> tags.byKey().forEach((key, value) ->
                list.element("Tag", tag -> tag.element("Key", key).element("Value", value))));
    }
}
