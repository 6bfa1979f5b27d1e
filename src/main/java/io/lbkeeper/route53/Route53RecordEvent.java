package io.lbkeeper.route53;

/** What happened to a record set; the names are those of the option {@code events} and of the header. */
public enum Route53RecordEvent {
    created,
    changed,
    deleted
}
