package org.sightline.visibility.internal;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.sightline.directory.model.DirectorySnapshot;
import org.sightline.spi.MainRule;
import org.sightline.spi.Sight;
import org.sightline.visibility.model.MainRuleChoice;

/** A main rule that does what a test wants, and counts how often its sight was asked for. */
public final class VendorRule implements MainRule {

    private final String type;
    private final Function<DirectorySnapshot, Sight> sight;
    private final AtomicInteger asked = new AtomicInteger();

    public VendorRule(String type, Function<DirectorySnapshot, Sight> sight) {
        this.type = type;
        this.sight = sight;
    }

    /** Everybody sees everything. */
    public static VendorRule open(String type) {
        return new VendorRule(type, directory -> new Sight.ByDepartments(viewer -> new int[] {0}));
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Map<Locale, String> labels() {
        return Map.of(Locale.ENGLISH, "A rule of a vendor");
    }

    @Override
    public Sight sight(MainRuleChoice choice, DirectorySnapshot directory) {
        asked.incrementAndGet();
        return sight.apply(directory);
    }
}
