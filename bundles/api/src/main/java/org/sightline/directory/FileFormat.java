package org.sightline.directory;

/** In what form directories travel. */
public enum FileFormat {
    /** One JSON object a line: fields, departments, members, groups, units. */
    NDJSON,
    /** Members only, with a header line. */
    CSV
}
