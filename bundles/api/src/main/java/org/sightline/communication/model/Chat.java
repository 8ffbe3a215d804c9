package org.sightline.communication.model;

import java.time.Instant;
import org.sightline.directory.model.UserId;

/**
 * One side's record of a private chat; what is said in it is kept elsewhere (docs/concepts.md, "Chats").
 *
 * @param id        the same on both sides
 * @param owner     whose list it is in
 * @param peer      the other one
 * @param startedBy one of the two
 * @param createdAt when it was started
 */
public record Chat(String id, UserId owner, Person peer, Person startedBy, Instant createdAt) {}
