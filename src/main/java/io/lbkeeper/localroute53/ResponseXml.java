package io.lbkeeper.localroute53;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one response body in the API's namespace. */
final class ResponseXml {
    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    /** What stands inside an element. */
    @FunctionalInterface
    interface Content {
        void write(ResponseXml xml);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private ResponseXml() throws XMLStreamException {
        writer = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] document(String root, Content content) {
        try {
            ResponseXml xml = new ResponseXml();
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.writer.writeStartElement(root);
            xml.writer.writeDefaultNamespace(NAMESPACE);
            content.write(xml);
            xml.writer.writeEndDocument();
            xml.writer.close();
            return xml.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    ResponseXml element(String name, Content content) {
        write(() -> writer.writeStartElement(name));
        content.write(this);
        write(writer::writeEndElement);
        return this;
    }

    ResponseXml element(String name, Object text) {
        return element(name, xml -> xml.write(() -> writer.writeCharacters(printable(text.toString()))));
    }

    /** XML 1.0 has no way to write most control characters, and a refusal may quote them. */
    private static String printable(String text) {
        return text.codePoints().map(c -> c == '\t' || c == '\n' || c >= ' ' && c < 0xd800
                        || c >= 0xe000 && c < 0xfffe || c >= 0x10000 ? c : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("a response in memory could not be written", e);
    }
}
