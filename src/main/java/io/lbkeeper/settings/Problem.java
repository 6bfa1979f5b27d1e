package io.lbkeeper.settings;

/**
 * One thing that is wrong with a settings file.
 *
 * @param line    counted from 1; 0 where the settings come from no file
 * @param key     empty when the problem is the file's and not one key's
 * @param seen    the value as written, with secrets masked
 * @param wrong   what is wrong with it, as the end of a sentence about the key
 * @param allowed what may stand there instead
 */
public record Problem(String file, int line, String key, String seen, String wrong, String allowed) {

    /** The line an operator reads: {@code file:line: key=seen: what is wrong; allowed: …}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        String subject = key.isEmpty() ? "" : Shown.key(key) + "=" + seen + ": ";
        return place + ": " + subject + wrong + "; allowed: " + allowed;
    }
}
