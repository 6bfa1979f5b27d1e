package io.lbkeeper.check;

/** Whether something keeps routes and settings from being good. */
public enum Severity {
    ERROR, WARNING
}
