package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A mistake that somebody makes in settings or routes.
 *
 * @param in    the file, below the routes' folder; {@link #SETTINGS} for the settings
 * @param how   {@code edit}, {@code cut} behind the edit, {@code append}, {@code new}, {@code empty}, {@code delete} or
 *              {@code rename NAME}
 * @param found the file in which it is to be found
 * @param on    a part of the line on which it is to be found; empty for any line
 * @param says  a part of the suggestion
 */
public record Mistake(String name, String in, String how, String found, String on, String says, String was, String is) {
    static final String SETTINGS = "lbkeeper.properties";

    /** Makes it, as an editor would that saves at once. */
    public void make(Path config, Path routes) throws IOException {
        Path file = in.equals(SETTINGS) ? config : routes.resolve(in);
        switch (how.replaceFirst(" .*", "")) {
            case "new" -> Files.writeString(file, is);
            case "empty" -> Files.writeString(file, "");
            case "append" -> Files.writeString(file, is, StandardOpenOption.APPEND);
            case "delete" -> Files.delete(file);
            case "rename" -> Files.move(file, file.resolveSibling(how.replaceFirst(".* ", "")));
            default -> edit(file);
        }
    }

    private void edit(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as("%s is to be edited by the mistake %s", file, name).contains(was);
        int at = text.indexOf(was);
        Files.writeString(file, text.substring(0, at) + is
                + (how.equals("cut") ? "" : text.substring(at + was.length())));
    }

    /** Whether this finding is of it. */
    boolean isTold(Finding finding, Path config, Path routes) throws IOException {
        Path file = found.equals(SETTINGS) ? config : routes.resolve(found);
        String line = finding.line() == 0 || !Files.exists(file) ? ""
                : Files.readString(file).lines().skip(finding.line() - 1L).findFirst().orElse("");
        return finding.isError() && finding.file().equals(file.toString()) && line.contains(on)
                && finding.toString().contains(says);
    }

    @Override
    public String toString() {
        return name;
    }
}
