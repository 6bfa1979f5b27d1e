package io.lbkeeper.localroute53.xml;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An element of a document that a schema has found good: what is required is there, and numbers are numbers. */
public record XmlElement(Element element) {

    String name() {
        return element.getLocalName();
    }

    public String text() {
        return element.getTextContent();
    }

    public Stream<XmlElement> children() {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(Element.class::isInstance).map(node -> new XmlElement((Element) node));
    }

    public Optional<XmlElement> child(String name) {
        return children().filter(child -> child.name().equals(name)).findFirst();
    }

    public XmlElement required(String name) {
        return child(name).orElseThrow();
    }

    /** The texts of the elements in a list, one that is absent perhaps. */
    public Stream<String> texts(String list) {
        return child(list).stream().flatMap(XmlElement::children).map(XmlElement::text);
    }

    public Optional<String> text(String name) {
        return child(name).map(XmlElement::text);
    }

    public String requiredText(String name) {
        return required(name).text();
    }

    public Optional<Long> number(String name) {
        return text(name).map(String::strip).map(Long::valueOf);
    }

    /** A schema's truth values are {@code true} and {@code 1}. */
    boolean isTrue(String name) {
        return text(name).map(String::strip).filter(text -> text.equals("true") || text.equals("1")).isPresent();
    }
}
