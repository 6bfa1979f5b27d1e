/**
 * What the service counts and measures of itself, for Prometheus.
 * Law: it only listens; what fails here fails no cycle. Labels are nodes, decisions, outcomes and other words of this
 * program's own, so that there are few series; nothing that comes from the network becomes a label.
 */
package io.lbkeeper.metrics;
