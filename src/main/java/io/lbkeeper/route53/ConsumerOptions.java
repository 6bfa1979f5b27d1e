package io.lbkeeper.route53;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of the consumer only. */
@UriParams
public abstract class ConsumerOptions extends AwsAccess {
    @UriParam(label = "consumer", defaultValue = "false",
              description = "Whether the first poll emits every record set that is there, as created. Otherwise it "
                            + "only learns what is there.")
    private boolean emitExisting;

    @UriParam(label = "consumer", defaultValue = "created,changed,deleted",
              description = "Which events are emitted, separated by commas")
    private String events = "created,changed,deleted";

    @UriParam(label = "consumer",
              description = "Which names are watched, separated by commas; without it, all. A name with a dot in "
                            + "front, such as .example.com, stands for every name below it. Where only whole names "
                            + "are given, only these are asked for, which costs fewer calls in a large zone.")
    private String recordNames;

    @UriParam(label = "consumer",
              description = "Which types are watched, separated by commas, such as A,AAAA; without it, all")
    private String recordTypes;

    @UriParam(label = "consumer,advanced",
              description = "Where to keep what was already handled, so that after a restart nothing of it is emitted "
                            + "again and what changed meanwhile is. It is kept under the label and the hosted zone. "
                            + "Without it, it is forgotten with the consumer, and the first poll after a restart only "
                            + "learns what is there.")
    private StateRepository<String, String> stateRepository;

    public boolean isEmitExisting() {
        return emitExisting;
    }

    public void setEmitExisting(boolean emitExisting) {
        this.emitExisting = emitExisting;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getRecordNames() {
        return recordNames;
    }

    public void setRecordNames(String recordNames) {
        this.recordNames = recordNames;
    }

    public String getRecordTypes() {
        return recordTypes;
    }

    public void setRecordTypes(String recordTypes) {
        this.recordTypes = recordTypes;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }
}
