// A throw-away client certificate for tests only, valid from 2020 to 2120. Node cannot make PFX files, so it stands here.

/** The certificate alone, for the server that is to accept it. */
export const clientPfxCertificate = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBTDCB86ADAgECAgl68jG4J8aIk8swCgYIKoZIzj0EAwIwFjEUMBIGA1UEAxML',
  'VGVzdCBjbGllbnQwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBYx',
  'FDASBgNVBAMTC1Rlc3QgY2xpZW50MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE',
  'O/mb+mZ4DcaaV/SE5FerB4rSNw1PO7j1gYqJvAeV/VKBJ26GOFnV9lyCItvKOTos',
  '8kxUK8lgceYq7njy6uG0jaMoMCYwDwYDVR0TAQH/BAUwAwEB/zATBgNVHSUEDDAK',
  'BggrBgEFBQcDAjAKBggqhkjOPQQDAgNIADBFAiBkVFy0U46PexKnc8VBjUBKQ2Z+',
  '6aJeNed9BqzoxNewHwIhAMZ0cM5ccBdYRHC/pKYVRDlBCkDX2KBvexvbRSeQSVd9',
  '-----END CERTIFICATE-----',
].join('\n')

export const clientPfxPassphrase = 'open-sesame'

/** Certificate and key as PKCS #12. */
export const clientPfx = Buffer.from(
  [
    'MIID3AIBAzCCA5IGCSqGSIb3DQEHAaCCA4MEggN/MIIDezCCAjIGCSqGSIb3DQEHBqCCAiMwggIfAgEAMIICGAYJKoZIhvcNAQcB',
    'MFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhT/mk4BEjDvAICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEECCc',
    'eNHaT++feXuIaOj5JD2AggGwURPvFNh50iRlMurkQgMJ+Qom8MixSl5uppo/NP+Rsy7OZ8OkDurTooBw2TE/iweGzSQgojhPXgsw',
    'K4e8LNlFq8Op7WI6gcy5r2YBPEcayEkKmqzxHkMIqCs9TDG77JY1oIc5d1n9d9oB0HCewgbvzddv1/FeNGSpKcwHwPubrfAc2O3L',
    'SewQKQKyVsfcTwRRIGwpEK/s07rCRITsZW8CFaQUtllYIPmvHI2yTQwgFB+0JKoL7f1+2nf5V0ujtTU7J9AH2/1Xy8JEkv1oRmwl',
    'nDMZna3idU3ncXK1uGVqmJ2TirQMpyEXVZIhN80GBl3Jg0svMaN0q1EPgfLKx3NaKfOBqu/wtVHAkKSNwjJqaHEzFfnkud0VjcAB',
    'sdqSuRDW5hBg6ZN+d8M+qCcP7UdkEw3rxNgNYyomWCPUBvhrFQKHgJo9DUm593bBx0C/Vc/Fq+xZhl1gd+0MfJT93S2egPoOcv8f',
    '9ALZFJoi6iNz+v7UDm13+8Yz+paOIhPwhQtMFKPdiQvxLGRd7UIrEnYhuBUyu0FaQqU1EAiPd7tI5RyBuOsF8kc7SjNPA8JdvV2k',
    'MIIBQQYJKoZIhvcNAQcBoIIBMgSCAS4wggEqMIIBJgYLKoZIhvcNAQwKAQKgge8wgewwVwYJKoZIhvcNAQUNMEowKQYJKoZIhvcN',
    'AQUMMBwECAMt4bTEKbMBAgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQBTthQPlMuyYQzYstnoclXQSBkEt/a+ZFuu5N',
    'JChQbbZYdC2qFWmp2msHSjbURrju+l5LEMPoQosR78dnmVz398/t5+BqkWiEr2hEbSf0GYz6eSDEUYEAIvWHGk+ZCUOU9zF12GVT',
    'NN2OkcdZhVFdBeKXcnjp+wPsa04E4Q92+v6KpeRLyAz/YEU7ya+FI1GhwaS0Q32vOg0ws87PSaLn9U+1NzElMCMGCSqGSIb3DQEJ',
    'FTEWBBSwc5R2Xjl+uZJTrRROQhVggaYDxjBBMDEwDQYJYIZIAWUDBAIBBQAEIPzvKEopZRGB9EgFAvUKCB6hac/WRMOMSvsQP7g2',
    'MNnuBAgphHGi3dOVZAICCAA=',
  ].join(''),
  'base64',
)
