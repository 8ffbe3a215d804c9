package org.sightline.carefulapprovals.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.sightline.spi.ApprovalPolicy;
import org.sightline.spi.ApprovalQuestion;
import org.sightline.spi.ApprovalVerdict;

/**
 * No app gets at bank accounts and identity papers. Whatever is more than reading goes to an administrator, whatever the
 * tenant's rules say; about reading the rules decide.
 */
@Component
public final class CarefulApprovals implements ApprovalPolicy {

    private static final Pattern FORBIDDEN = Pattern.compile("bank_account|national_id|passport_number|bank_card|id_card");
    private static final Set<String> READING = Set.of("read", "readonly", "read_only", "list", "retrieve", "search");

    @Override
    public ApprovalVerdict judge(ApprovalQuestion question) {
        String name = question.permission().name().value();
        if (FORBIDDEN.matcher(name).find()) {
            return new ApprovalVerdict.Rejected("no app gets at bank accounts and identity papers here");
        }
        String verb = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return READING.contains(verb) ? ApprovalVerdict.NO_OPINION : ApprovalVerdict.REVIEW;
    }
}
