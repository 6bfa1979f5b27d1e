/**
 * The least rights with which a node can do its part.
 * Law: settings in, text out; nothing is asked and nothing is written.
 */
package io.lbkeeper.policy;
