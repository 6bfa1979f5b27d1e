/**
 * The demo: starts the real programs on one machine, breaks them, and shows what happens as it happens. It drives
 * processes and looks from outside, as a client would: through DNS, HTTP and what the programs print. It decides
 * nothing about the name, and the service never depends on it.
 */
package io.lbkeeper.demo;
