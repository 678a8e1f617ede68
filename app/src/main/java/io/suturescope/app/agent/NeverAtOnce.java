package io.suturescope.app.agent;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Hides `Retry-After: 0`, after which the HTTP library would send the same signed bytes again by
/// itself, whatever its settings say.
final class NeverAtOnce implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean atOnce = "0".equals(response.header("Retry-After"));
    return atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }
}
