package org.sightline.rest.internal.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.PublicAddress;
import org.sightline.apps.AppPermissions;
import org.sightline.apps.model.Permission;
import org.sightline.apps.model.PermissionName;
import org.sightline.directory.TenantSnapshot;
import org.sightline.directory.model.DirectorySnapshot;

/** The pages that a member sees between an app and this server: sign in, agree, and what went wrong. */
final class ConsentPages {

    /** What the consent form answers: {@link #APPROVE} or {@link #DENY}. */
    static final String DECISION = "decision";

    /** The member agrees. */
    static final String APPROVE = "approve";

    /** The member does not. */
    static final String DENY = "deny";

    /** Proves that the form is one of ours. */
    static final String ANTI_FORGERY = "anti_forgery";

    static final String TENANT = "tenant_key";
    static final String LOGIN = "login";
    static final String PASSWORD = "password";

    private final String action;

    ConsentPages(PublicAddress address) {
        String path = URI.create(address.base()).getRawPath();
        this.action = (path == null ? "" : path) + "/oauth/authorize";
    }

    /** Returns the folder that all pages are in. */
    String folder() {
        return action.substring(0, action.lastIndexOf('/'));
    }

    /**
     * Asks who it is.
     *
     * @param wrong what was wrong with the last try, escaped; null for the first
     */
    HtmlPage login(int status, PageTexts texts, AuthorizationAsk ask, @Nullable String wrong) {
        String content =
                paragraph(texts.html("login.intro", ask.request().client().app().name()))
                        + (wrong == null ? "" : "<p class=\"wrong\" role=\"alert\">" + wrong + "</p>\n")
                        + form(
                                ask,
                                field(texts.html("login.tenant"), TENANT, "text", "organization")
                                        + field(texts.html("login.login"), LOGIN, "text", "username")
                                        + field(texts.html("login.password"), PASSWORD, "password", "current-password")
                                        + "<button type=\"submit\">" + texts.html("login.submit") + "</button>\n");
        return new HtmlPage(status, texts, texts.html("login.heading"), content);
    }

    private static String field(String label, String name, String type, String autocomplete) {
        return "<label>" + label + " <input name=\"" + name + "\" type=\"" + type + "\" autocomplete=\"" + autocomplete
                + "\" maxlength=\"1000\" required></label>\n";
    }

    /** Asks whether the member agrees. */
    HtmlPage consent(
            PageTexts texts,
            AuthorizationAsk ask,
            Visitor visitor,
            TenantSnapshot tenant,
            AppPermissions catalogue,
            String antiForgery) {
        DirectorySnapshot directory = tenant.directory();
        String user = visitor.member().user().value();
        String name = directory
                .member(directory.memberNumber(visitor.member().user()))
                .name();
        String content = paragraph(
                        texts.html("consent.who", name, user, directory.tenant().name()))
                + paragraph(texts.html("consent.intro"))
                + permissions(texts, ask, catalogue)
                + paragraph(texts.html("consent.back", ask.address().place()))
                + form(
                        ask,
                        hidden(ANTI_FORGERY, antiForgery)
                                + button(APPROVE, texts.html("consent.approve"))
                                + button(DENY, texts.html("consent.deny")));
        String heading =
                texts.html("consent.heading", ask.request().client().app().name());
        return new HtmlPage(200, texts, heading, content);
    }

    private static String permissions(PageTexts texts, AuthorizationAsk ask, AppPermissions catalogue) {
        return new TreeSet<>(ask.request().permissions())
                .stream()
                        .map(name -> "<li>" + Html.escaped(meaning(name, texts, catalogue)) + " <code>"
                                + Html.escaped(name.value()) + "</code></li>\n")
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String meaning(PermissionName name, PageTexts texts, AppPermissions catalogue) {
        return catalogue
                .find(name)
                .map((Permission permission) -> permission.text(texts.reader()))
                .orElse(name.value());
    }

    private static String button(String decision, String label) {
        return "<button type=\"submit\" name=\"" + DECISION + "\" value=\"" + decision + "\">" + label + "</button>\n";
    }

    /** Says what is wrong. */
    HtmlPage error(int status, PageTexts texts, String key) {
        return new HtmlPage(status, texts, texts.html("error.heading"), paragraph(texts.html(key)));
    }

    private String form(AuthorizationAsk ask, String content) {
        List<Map.Entry<String, String>> carried = List.copyOf(ask.parameters().entrySet());
        return "<form method=\"post\" action=\"" + Html.escaped(action) + "\">\n"
                + carried.stream()
                        .map(each -> hidden(each.getKey(), each.getValue()))
                        .collect(Collectors.joining())
                + content + "</form>\n";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Html.escaped(value) + "\">\n";
    }

    private static String paragraph(String content) {
        return "<p>" + content + "</p>\n";
    }
}
