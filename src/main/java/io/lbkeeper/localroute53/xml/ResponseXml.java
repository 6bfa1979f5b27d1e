package io.lbkeeper.localroute53.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one document in the API's namespace: a response's body, or a file with a line for each element. */
public final class ResponseXml {
    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";
    private final XMLStreamWriter writer;
    private final boolean inLines;
    private int depth = 1;

    /** What stands inside an element. */
    @FunctionalInterface
    public interface Content {
        void write(ResponseXml xml);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private ResponseXml(OutputStream out, boolean inLines) throws XMLStreamException {
        this.inLines = inLines;
        writer = XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    public static byte[] document(String root, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, root, Optional.empty(), content);
        return bytes.toByteArray();
    }

    /** @throws UncheckedIOException where it cannot be written */
    public static void file(OutputStream out, String root, int version, Content content) {
        write(out, root, Optional.of(version), content);
    }

    private static void write(OutputStream out, String root, Optional<Integer> version, Content content) {
        try {
            ResponseXml xml = new ResponseXml(out, version.isPresent());
            xml.writer.writeStartDocument("UTF-8", "1.0");
            xml.breakLine(0);
            xml.writer.writeStartElement(root);
            xml.writer.writeDefaultNamespace(NAMESPACE);
            if (version.isPresent()) {
                xml.writer.writeAttribute("version", version.get().toString());
            }
            content.write(xml);
            xml.breakLine(0);
            xml.writer.writeEndElement();
            xml.breakLine(0);
            xml.writer.writeEndDocument();
            xml.writer.close();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    public ResponseXml element(String name, Content content) {
        breakLine(depth++);
        write(() -> writer.writeStartElement(name));
        content.write(this);
        breakLine(--depth);
        write(writer::writeEndElement);
        return this;
    }

    public ResponseXml element(String name, Object text) {
        breakLine(depth);
        write(() -> {
            writer.writeStartElement(name);
            writeText(printable(text.toString()));
            writer.writeEndElement();
        });
        return this;
    }

    private void breakLine(int levels) {
        if (inLines) {
            write(() -> writer.writeCharacters("\n" + "  ".repeat(levels)));
        }
    }

    /** A bare carriage return would be read as a line feed. */
    private void writeText(String text) throws XMLStreamException {
        int begin = 0;
        for (int end = text.indexOf('\r'); end >= 0; end = text.indexOf('\r', begin)) {
            writer.writeCharacters(text.substring(begin, end));
            writer.writeEntityRef("#13");
            begin = end + 1;
        }
        writer.writeCharacters(text.substring(begin));
    }

    /** XML 1.0 has no way to write most control characters, and a refusal may quote them. */
    private static String printable(String text) {
        return text.codePoints().map(c -> c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < 0xd800
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

    private static RuntimeException failed(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause) {
            return new UncheckedIOException(cause);
        }
        return new IllegalStateException("a response in memory could not be written", e);
    }
}
