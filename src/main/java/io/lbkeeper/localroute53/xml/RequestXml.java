package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Request bodies, judged against a schema. AWS's own answers to a wrong order or a missing element are those of the
 * same schema validator ({@code Invalid XML ; cvc-complex-type…}). A document type is refused: no entity is expanded.
 */
public final class RequestXml {
    private static final int COMMENT_LIMIT_CHARACTERS = 256;
    private static final String DEPTH_LIMIT = "20";
    /** More than twice what the largest batch that Route 53 takes has. */
    private static final int PIECES_LIMIT = 80_000;
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final ErrorHandler FIRST_FAULT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {
            // A warning refuses nothing.
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    };

    private RequestXml() {
    }

    /** The root element of a call's body. */
    public static XmlElement read(byte[] body, String root) throws Refusal {
        return read(body, root, "requests.xsd");
    }

    static XmlElement read(byte[] body, String root, String schema) throws Refusal {
        judgePieces(body);
        Document document = parse(body);
        String seen = document.getDocumentElement().getLocalName();
        if (!seen.equals(root)) {
            throw new Refusal("MalformedInput", seen + " is not valid, expected " + root);
        }
        return validated(document, schema);
    }

    /** The comment in an element, if there is one. */
    public static Optional<String> comment(XmlElement parent) throws Refusal {
        Optional<String> comment = parent.text("Comment").filter(text -> !text.isEmpty());
        if (comment.isPresent()) {
            RequestForm.within(comment.get(), "comment", 0, COMMENT_LIMIT_CHARACTERS);
        }
        return comment;
    }

    /** Each tag and each attribute takes a hundred times its size once the document stands in memory. */
    private static void judgePieces(byte[] body) throws Refusal {
        int pieces = 0;
        for (byte octet : body) {
            pieces += octet == '<' || octet == '=' ? 1 : 0;
        }
        if (pieces > PIECES_LIMIT) {
            throw new Refusal("RequestEntityTooLarge", "The body has more than " + PIECES_LIMIT
                    + " tags and attributes");
        }
    }

    /** Judges a document of whatever size, of which it holds little at a time. */
    public static void judge(byte[] document, String schema) throws Refusal {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Validator validator = SCHEMAS.computeIfAbsent(schema, RequestXml::load).newValidator();
            validator.setErrorHandler(FIRST_FAULT);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            validator.validate(new SAXSource(reader, new InputSource(new ByteArrayInputStream(document))));
        } catch (SAXException e) {
            throw String.valueOf(e.getMessage()).startsWith("cvc-") ? invalid(e) : malformed(e);
        } catch (IOException e) {
            throw malformed(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser knows these features", e);
        }
    }

    static Refusal malformed(Exception fault) {
        return new Refusal("MalformedInput", "The body is not well-formed XML: " + fault.getMessage());
    }

    private static Refusal invalid(SAXException fault) {
        return Refusal.invalidInput("Invalid XML ; " + fault.getMessage());
    }

    public static XmlElement validated(Document document, String schema) throws Refusal {
        try {
            Validator validator = SCHEMAS.computeIfAbsent(schema, RequestXml::load).newValidator();
            validator.setErrorHandler(FIRST_FAULT);
            validator.validate(new DOMSource(document));
            return new XmlElement(document.getDocumentElement());
        } catch (SAXException e) {
            throw invalid(e);
        } catch (IOException e) {
            throw new IllegalStateException("a document in memory cannot fail to be read", e);
        }
    }

    public static Document parse(byte[] body) throws Refusal {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", DEPTH_LIMIT);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(FIRST_FAULT);
            return builder.parse(new ByteArrayInputStream(body));
        } catch (SAXException | IOException e) {
            throw malformed(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser knows these features", e);
        }
    }

    private static Schema load(String name) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return factory.newSchema(RequestXml.class.getResource(name));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema " + name + " of this program is not valid", e);
        }
    }
}
