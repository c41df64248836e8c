//! URLs that are credentials.

use super::Make;
use super::aws::key_id;
use super::encode::{base64, base64url};
use super::random::{BASE62, DIGITS, HEX, Random, UPPER_ALNUM};

pub(super) const TABLE: &[(&str, Make)] = &[
    ("slack_webhook", |random, _| Some(slack(random))),
    ("teams_webhook", |random, _| Some(teams(random))),
    ("teams_workflow", |random, _| Some(teams_workflow(random))),
    ("discord_webhook", |random, _| Some(discord(random))),
    ("presigned_s3", |random, _| Some(presigned_s3(random))),
    ("presigned_s3_v2", |random, _| Some(presigned_s3_v2(random))),
    ("cloudfront_signed", |random, _| Some(cloudfront(random))),
    ("azure_sas", |random, _| Some(azure_sas(random))),
    ("gcs_signed", |random, _| Some(gcs(random))),
];

fn slack(random: &mut Random) -> String {
    let team = random.string(UPPER_ALNUM, 8);
    let bot = random.string(UPPER_ALNUM, 8);
    format!("https://hooks.slack.com/services/T{team}/B{bot}/{}", random.mixed(BASE62, 24))
}

fn teams(random: &mut Random) -> String {
    let (group, tenant, owner) = (random.uuid(), random.uuid(), random.uuid());
    let hook = random.string(HEX, 32);
    format!("https://acme.webhook.office.com/webhookb2/{group}@{tenant}/IncomingWebhook/{hook}/{owner}")
}

fn teams_workflow(random: &mut Random) -> String {
    let workflow = random.string(HEX, 32);
    let signature = base64url(&random.bytes(32));
    format!(
        "https://prod-12.westeurope.logic.azure.com:443/workflows/{workflow}/triggers/manual/paths/invoke\
         ?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={signature}"
    )
}

fn discord(random: &mut Random) -> String {
    let id = random.string(DIGITS, 17);
    format!("https://discord.com/api/webhooks/1{id}/{}", random.mixed(BASE62, 68))
}

fn presigned_s3(random: &mut Random) -> String {
    let key = key_id("AKIA", random);
    let signature = random.string(HEX, 64);
    format!(
        "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={key}%2F20240115%2F\
         us-east-1%2Fs3%2Faws4_request&X-Amz-Date=20240115T103000Z&X-Amz-Expires=3600&X-Amz-Signature={signature}"
    )
}

fn presigned_s3_v2(random: &mut Random) -> String {
    let key = key_id("AKIA", random);
    let signature = base64(&random.bytes(20)).replace('/', "%2F").replace('+', "%2B").replace('=', "%3D");
    format!("https://b.s3.amazonaws.com/k?AWSAccessKeyId={key}&Expires=1705311008&Signature={signature}")
}

fn cloudfront(random: &mut Random) -> String {
    let signature = base64url(&random.bytes(256));
    let key_pair = random.string(UPPER_ALNUM, 13);
    format!(
        "https://d111111abcdef8.cloudfront.net/f.pdf?Expires=1705311008&Signature={signature}&Key-Pair-Id=K{key_pair}"
    )
}

fn azure_sas(random: &mut Random) -> String {
    let signature = base64(&random.bytes(32)).replace('/', "%2F").replace('+', "%2B").replace('=', "%3D");
    format!(
        "https://acme.blob.core.windows.net/c/f?sp=r&st=2024-01-15T10:30:00Z&se=2025-01-15T10:30:00Z&spr=https\
         &sv=2022-11-02&sr=b&sig={signature}"
    )
}

fn gcs(random: &mut Random) -> String {
    let signature = random.string(HEX, 512);
    format!(
        "https://storage.googleapis.com/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Date=20240115T103000Z\
         &X-Goog-Expires=3600&X-Goog-SignedHeaders=host&X-Goog-Signature={signature}"
    )
}
