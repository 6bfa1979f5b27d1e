package io.lbkeeper.route53;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import io.lbkeeper.route53.FakeRoute53.Answer;
import io.lbkeeper.route53.PageSamples.Sample;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.ChangeBatch;

import static org.assertj.core.api.Assertions.assertThat;

/** The component's page tells every option, header and operation. That its samples run is told by SampleRunsTest. */
class DocumentationTest extends Route53TestBase {
    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext made = super.createCamelContext();
        made.getRegistry().bind("changesOfTheDay", new PageSamples.ChangesOfTheDay());
        for (Sample sample : PageSamples.all()) {
            if (sample.language().equals("yaml") && sample.start() != null) {
                sample.loadInto(made, null);
            }
        }
        return made;
    }

    @Test
    void theTablesOfOptionsAndHeadersAreThoseOfTheCatalogue() throws IOException {
        String written = OptionTables.ofTheCatalogue().writtenInto(PageSamples.page());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PageSamples.PAGE, written);
        }
        assertThat(PageSamples.page()).as("the tables on %s; write them anew by "
                + "mvn -B -q test -Dtest=DocumentationTest -Ddocs.write=true", PageSamples.PAGE).isEqualTo(written);
    }

    @Test
    void everyOperationHasItsSamples() {
        for (Route53Operations operation : Route53Operations.values()) {
            List<String> languages = PageSamples.all().stream()
                    .filter(sample -> sample.section().equals(operation.name())
                            && sample.text().contains(operation.name())).map(Sample::language).toList();
            assertThat(languages).as("the languages of the samples of %s on %s", operation, PageSamples.PAGE)
                    .contains("yaml", "xml", "java");
        }
    }

    @Test
    void aRouteInYamlTellsARefusalFromAnUnknownOutcome() {
        ChangeBatch batch = new PageSamples.ChangesOfTheDay().batch();
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to delete …]"));
        assertThat(template.requestBody("direct:swap-address", batch)).isEqualTo("refused");
        serverAnswers(Answer.of(500, ""));
        assertThat(template.requestBody("direct:swap-address", batch)).isEqualTo("unknown");
    }
}
