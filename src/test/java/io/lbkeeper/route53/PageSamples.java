package io.lbkeeper.route53;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;

import static org.assertj.core.api.Assertions.assertThat;

/** The samples of the component's page, and how to load one into a context. */
final class PageSamples {
    static final Path PAGE = Path.of("src/main/docs/aws2-route53-component.adoc");
    static final List<String> LANGUAGES = List.of("yaml", "xml", "java");
    private static final Pattern BLOCK = Pattern.compile(
            "^\\[source,(\\w+)]\n----\n(.*?)\n----$|^=+ ([^\n]*)$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern START = Pattern.compile("direct:[\\w-]+");

    /** @param section the heading that it stands under */
    record Sample(String section, String language, String text) {

        /** Where a message is sent to for the sample to run; null where it starts by itself. */
        String start() {
            Matcher start = START.matcher(text);
            return start.find() ? start.group() : null;
        }

        Sample with(String placeholder, String real) {
            return new Sample(section, language, text.replace(placeholder, real));
        }

        void loadInto(CamelContext context, Path folder) throws Exception {
            if (language.equals("java")) {
                context.addRoutes(compiled(folder));
            } else {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(ResourceHelper.fromString("sample." + language, text));
            }
        }

        /** The statements as the body of a RouteBuilder. */
        private RoutesBuilder compiled(Path folder) throws Exception {
            Path file = Files.writeString(folder.resolve("Sample.java"), """
                    import io.lbkeeper.route53.*;
                    import java.util.*;
                    import org.apache.camel.Exchange;
                    import org.apache.camel.builder.RouteBuilder;
                    import software.amazon.awssdk.services.route53.model.*;
                    public class Sample extends RouteBuilder {
                        public void configure() throws Exception {
                    """ + text + "\n}\n}\n");
            StringWriter said = new StringWriter();
            var compiler = ToolProvider.getSystemJavaCompiler();
            boolean compiled = compiler.getTask(said, null, null, List.of("-proc:none", "-d", folder.toString()),
                    null, compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call();
            assertThat(compiled).as("compiling a sample of %s under '%s':%n%s%n%s", PAGE, section, text, said).isTrue();
            try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
                    PageSamples.class.getClassLoader())) {
                return (RoutesBuilder) loader.loadClass("Sample").getDeclaredConstructor().newInstance();
            }
        }

        @Override
        public String toString() {
            return section + " in " + language;
        }
    }

    /** The bean that a sample of the page asks. */
    public static final class ChangesOfTheDay {
        public ChangeBatch batch() {
            return ChangeBatch.builder().changes(
                    Route53TestBase.change(ChangeAction.DELETE, "www.example.com", "192.0.2.1"),
                    Route53TestBase.change(ChangeAction.CREATE, "www.example.com", "192.0.2.2")).build();
        }
    }

    private PageSamples() {
    }

    static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in the three route languages; other blocks, such as properties, are not routes. */
    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(page());
        String section = "";
        while (blocks.find()) {
            if (blocks.group(3) != null) {
                section = blocks.group(3);
            } else if (LANGUAGES.contains(blocks.group(1)) && !blocks.group(2).startsWith("<dependency>")) {
                samples.add(new Sample(section, blocks.group(1), blocks.group(2)));
            }
        }
        return samples;
    }
}
