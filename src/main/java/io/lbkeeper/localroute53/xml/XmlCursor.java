package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.Refusal;
import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Goes through a document that was found good, and takes it in piece by piece: the whole in memory would be many times
 * its size.
 */
public final class XmlCursor {
    private final XMLStreamReader reader;
    private final Document pieces;

    /** Stands on the root element. */
    public XmlCursor(byte[] document) throws Refusal {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            while (!reader.isStartElement()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw RequestXml.malformed(e);
        }
        try {
            pieces = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser makes documents", e);
        }
    }

    public String name() {
        return reader.getLocalName();
    }

    /** The value of an attribute, empty where it is absent. */
    public String attribute(String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** Goes to the next child of the element whose children are gone through, or else to that element's end. */
    public boolean nextChild() {
        int event = next();
        while (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
            event = next();
        }
        return event == XMLStreamReader.START_ELEMENT;
    }

    private int next() {
        try {
            return reader.next();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document that was found good before", e);
        }
    }

    /** All of the element on which it stands, and goes to its end. */
    public XmlElement element() {
        return new XmlElement(build());
    }

    private Element build() {
        Element element = pieces.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
        for (int event = next(); event != XMLStreamReader.END_ELEMENT; event = next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                element.appendChild(build());
            } else if (reader.isCharacters()) {
                element.appendChild(pieces.createTextNode(reader.getText()));
            }
        }
        return element;
    }
}
