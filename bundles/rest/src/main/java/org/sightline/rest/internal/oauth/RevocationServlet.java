package org.sightline.rest.internal.oauth;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Lets an app give its tokens back (RFC 7009); the answer is the same for tokens that are not its own. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oauth/revoke")
public final class RevocationServlet extends PostOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient OauthGate gate;

    /** Works behind a gate. */
    @Activate
    public RevocationServlet(@Reference OauthGate gate) {
        this.gate = gate;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.pass(request, response, service -> {
            HTTPRequest form = FormBody.read(request);
            String token = FormBody.required(FormBody.parameters(form), "token");
            service.revoke(ClientSecrets.client(service, form, request.getRemoteAddr()), token);
            OauthAnswers.json(response, Map.of());
        });
    }
}
