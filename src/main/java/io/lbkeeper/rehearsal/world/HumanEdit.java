package io.lbkeeper.rehearsal.world;

/** What people do to the records with their own tools. */
public enum HumanEdit {
    DELETE_SERVICE,
    DELETE_OWNER,
    DELETE_BOTH,
    /** Half the TTL, as a Terraform run does that has its own idea of it. */
    CHANGE_TTL,
    /** Points the service record somewhere else; put right at the heal. */
    FOREIGN_ADDRESS,
    /** Puts a CNAME in the service record's place; taken away at the heal. */
    CNAME,
    /** Writes a text of their own into the owner record; taken away at the heal. */
    ODD_OWNER_TEXT
}
