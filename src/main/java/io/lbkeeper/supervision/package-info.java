/**
 * Keeps one generation of the service running, and lets another take its place when its files were edited.
 * Law: what runs is what was judged, from a copy of its own; one cycle at a time, and none is missed; an edit that is
 * not good changes nothing but what is told of it. It knows neither routes nor settings, only files and generations.
 */
package io.lbkeeper.supervision;
