package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sightline.access.PublicAddress;
import org.sightline.access.SecretBox;
import org.sightline.access.Sessions;
import org.sightline.access.Sessions.OpenedSession;
import org.sightline.directory.Snapshots;
import org.sightline.directory.model.TenantKey;
import org.sightline.problem.Problem;
import org.sightline.problem.ProblemException;
import org.sightline.problem.ProblemKind;
import org.sightline.rest.internal.problem.ServletAnswers;

/** Asks a member whether an app may act for them (RFC 6749, section 3.1): sign in, agree, back to the app. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oauth/authorize")
public final class AuthorizeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient OauthGate gate;
    private final transient Sessions sessions;
    private final transient Snapshots snapshots;
    private final transient PublicAddress address;
    private final transient AntiForgery forgery;
    private final transient ConsentPages pages;

    /** Works with these. */
    @Activate
    public AuthorizeServlet(
            @Reference OauthGate gate,
            @Reference Sessions sessions,
            @Reference Snapshots snapshots,
            @Reference SecretBox box,
            @Reference PublicAddress address) {
        this.gate = gate;
        this.sessions = sessions;
        this.snapshots = snapshots;
        this.address = address;
        this.forgery = new AntiForgery(box, address);
        this.pages = new ConsentPages(address);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("POST")) {
            ServletAnswers.notAllowed(response, "GET, POST");
            return;
        }
        gate.passToPages(request, response, service -> answer(request, response, service));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, OauthGate.Pages service)
            throws IOException {
        PageTexts texts = new PageTexts(PageTexts.choose(languages(request), Locale.ENGLISH));
        try {
            Map<String, List<String>> query = query(request);
            Map<String, List<String>> form =
                    request.getMethod().equals("POST") ? FormBody.parameters(FormBody.read(request)) : Map.of();
            AuthorizationAsk ask = AuthorizationAsk.of(
                    form.containsKey("client_id") ? form : query, service.consents(), address.base());
            TenantKey tenant = ask.request().client().tenant();
            Locale own = snapshots.current(tenant).directory().tenant().locale();
            Visit visit = new Visit(
                    request, response, service, ask, new PageTexts(PageTexts.choose(languages(request), own)));
            if (request.getMethod().equals("GET")) {
                show(visit, Visitor.of(request, sessions));
            } else {
                take(visit, form);
            }
        } catch (RedirectRefusal refusal) {
            refusal.address().fail(response, refusal.error());
        } catch (PageRefusal refusal) {
            pages.error(refusal.status(), texts, refusal.text()).send(response, null);
        } catch (ProblemException refusal) {
            refuse(response, texts, refusal.problem());
        }
    }

    private void refuse(HttpServletResponse response, PageTexts texts, Problem problem) throws IOException {
        boolean later = problem.kind() == ProblemKind.UNAVAILABLE;
        int status = later ? 503 : problem.kind() == ProblemKind.TOO_LARGE ? 413 : 400;
        pages.error(status, texts, later ? "error.later" : "error.request").send(response, null);
    }

    private static Map<String, List<String>> query(HttpServletRequest request) {
        return URLUtils.parseParameters(request.getQueryString());
    }

    private static List<Locale> languages(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }

    /** Shows the consent form to a member of the app's tenant, the login form to everybody else. */
    private void show(Visit visit, Optional<Visitor> visitor) throws IOException {
        if (visitor.isEmpty()) {
            login(visit, 200, null);
        } else if (!visitor.get().member().tenant().equals(visit.tenant())) {
            login(visit, 200, visit.texts().html("login.other"));
        } else {
            consent(visit, visitor.get());
        }
    }

    private void login(Visit visit, int status, @Nullable String wrong) throws IOException {
        pages.login(status, visit.texts(), visit.ask(), wrong).send(visit.response(), null);
    }

    private void consent(Visit visit, Visitor visitor) throws IOException {
        pages.consent(
                        visit.texts(),
                        visit.ask(),
                        visitor,
                        snapshots.current(visit.tenant()),
                        visit.service().catalogue(),
                        forgery.value(visitor, visit.ask()))
                .send(visit.response(), visit.ask().address().uri());
    }

    private void take(Visit visit, Map<String, List<String>> form) throws IOException {
        if (!forgery.isFromHere(visit.request())) {
            throw new PageRefusal(403, "error.forgery");
        }
        @Nullable String decision = FormBody.optional(form, ConsentPages.DECISION);
        if (decision == null) {
            signIn(visit, form);
            return;
        }
        Optional<Visitor> visitor = Visitor.of(visit.request(), sessions)
                .filter(each -> each.member().tenant().equals(visit.tenant()));
        if (visitor.isEmpty()) {
            login(visit, 401, null);
            return;
        }
        String presented = Optional.ofNullable(FormBody.optional(form, ConsentPages.ANTI_FORGERY))
                .orElse("");
        if (!forgery.holds(presented, visitor.get(), visit.ask())) {
            throw new PageRefusal(403, "error.forgery");
        }
        decide(visit, visitor.get(), decision);
    }

    private void decide(Visit visit, Visitor visitor, String decision) {
        ReturnAddress back = visit.ask().address();
        if (decision.equals(ConsentPages.DENY)) {
            back.fail(visit.response(), OAuth2Error.ACCESS_DENIED);
        } else if (decision.equals(ConsentPages.APPROVE)) {
            String code = visit.service()
                    .consents()
                    .agree(
                            visitor.member().actor(),
                            visitor.member().user(),
                            visit.ask().request(),
                            visit.ask().terms())
                    .value();
            // A password that was changed meanwhile has ended the session, and the code goes to nobody.
            if (Visitor.of(visitor.token(), sessions).isEmpty()) {
                throw new PageRefusal(403, "error.forgery");
            }
            back.succeed(visit.response(), code);
        } else {
            throw new PageRefusal(400, "error.request");
        }
    }

    /** Opens a session of its own, whatever session the browser had, and goes on with that. */
    private void signIn(Visit visit, Map<String, List<String>> form) throws IOException {
        OpenedSession opened;
        try {
            opened = sessions.open(
                    tenant(FormBody.required(form, ConsentPages.TENANT)),
                    FormBody.required(form, ConsentPages.LOGIN),
                    FormBody.required(form, ConsentPages.PASSWORD));
        } catch (ProblemException refusal) {
            notSignedIn(visit, refusal);
            return;
        }
        Optional<Visitor> visitor = Visitor.of(opened.token(), sessions)
                .filter(each -> each.member().tenant().equals(visit.tenant()));
        if (visitor.isEmpty()) {
            sessions.close(opened.token());
            login(visit, 403, visit.texts().html("login.other"));
            return;
        }
        visitor.get()
                .remember(
                        visit.response(),
                        pages.folder(),
                        address.base().startsWith("https:") || visit.request().isSecure());
        consent(visit, visitor.get());
    }

    private static TenantKey tenant(String text) {
        try {
            return new TenantKey(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(ProblemKind.UNAUTHENTICATED, "unauthenticated", "no tenant has such a key"), e);
        }
    }

    private void notSignedIn(Visit visit, ProblemException refusal) throws IOException {
        Problem problem = refusal.problem();
        if (problem.kind() == ProblemKind.RATE_LIMITED) {
            String wait = String.valueOf(problem.members().get("retry_after"));
            visit.response().setHeader("Retry-After", wait);
            login(visit, 429, visit.texts().html("login.wait", wait));
        } else if (problem.kind() == ProblemKind.UNAUTHENTICATED || problem.kind() == ProblemKind.MALFORMED) {
            login(visit, 401, visit.texts().html("login.wrong"));
        } else {
            throw refusal;
        }
    }

    /** One request for a page. */
    private record Visit(
            HttpServletRequest request,
            HttpServletResponse response,
            OauthGate.Pages service,
            AuthorizationAsk ask,
            PageTexts texts) {

        TenantKey tenant() {
            return ask.request().client().tenant();
        }
    }
}
