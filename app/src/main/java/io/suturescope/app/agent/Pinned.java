package io.suturescope.app.agent;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Trusts exactly one certificate, and only while its key has the pinned hash (control-protocol.md
/// 4). The roots of the system and the name in the URL play no part.
final class Pinned implements X509TrustManager {

  private final X509Certificate only;
  private final byte[] pin;

  /// @param pin SHA-256 of the certificate's SubjectPublicKeyInfo, kept beside the secret
  Pinned(X509Certificate only, byte[] pin) {
    this.only = only;
    this.pin = pin.clone();
  }

  /// @return empty when the text is not one certificate
  static Optional<X509Certificate> certificate(String pem) {
    try {
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
      return certificate instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  static byte[] pin(X509Certificate certificate) {
    return Mac256.sha256(certificate.getPublicKey().getEncoded());
  }

  SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, new SecureRandom());
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /// In place of comparing host names.
  boolean isPeer(String host, SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0
          && chain[0] instanceof X509Certificate certificate
          && MessageDigest.isEqual(pin(certificate), pin);
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (chain.length == 0 || !only.equals(chain[0])) {
      throw new CertificateException("not the certificate of the enrolment");
    }
    only.checkValidity();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("the console is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {only};
  }
}
