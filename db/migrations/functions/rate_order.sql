-- A customer gives an order p_stars of 5, and says why in p_words; what is null stays as it was. It is p_order, else what he
-- has rated last where he only says why, else the last he has had. A rating can be changed; the rooms that hear of bad ones,
-- two stars or fewer, are told when it becomes one, and when he says why. Nothing to go by: he is only told which order it
-- would be. "review" of the view. Writes: cold.review, outbox, orevents.
-- Raises: OC018 none of his; OC099 he has not had it, or more than a week ago.
create or replace function app.rate_order(
  p_tenant uuid, p_turn jsonb, p_stars integer, p_words text, p_order uuid default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_words text := nullif(btrim(left(p_words, 500)), '');
  v_order cold.orders;
  v_was cold.review;
  v_is cold.review;
begin
  if p_order is not null then
    select * into v_order from app.own_orders(v_turn, null, p_order);
  else
    select o.* into v_order from cold.orders o
    left join cold.review r on r.tenant_id = o.tenant_id and r.order_id = o.order_id
    where o.tenant_id = p_tenant and o.customer_id = v_turn.customer_id and app.may_rate(o, v_turn.at)
    order by case when p_stars is null then r.at end desc nulls last, o.created_at desc, o.order_no desc limit 1;
  end if;
  if not coalesce(app.may_rate(v_order, v_turn.at), false) then
    raise exception 'order % cannot be rated', v_order.order_id using errcode = 'OC099';
  end if;
  v_order := app.lock_order(p_tenant, v_order.order_id);
  select * into v_was from cold.review r where r.tenant_id = p_tenant and r.order_id = v_order.order_id;
  v_is := v_was;
  if not v_turn.replayed and coalesce(p_stars, v_was.stars) is not null then
    insert into cold.review as r (tenant_id, order_id, stars, words, at)
    values (p_tenant, v_order.order_id, coalesce(p_stars, v_was.stars), v_words, v_turn.at)
    on conflict (tenant_id, order_id) do update set
      stars = excluded.stars, words = coalesce(excluded.words, r.words), at = excluded.at
    returning * into v_is;
    if v_is.stars <= 2 and (v_was.stars is null or v_was.stars > 2 or v_words is not null) then
      perform app.alert_rooms(
        p_tenant, 'bad_review', v_order.order_id || ':' || v_turn.command_id, jsonb_build_object(
          'order_id', v_order.order_id, 'stars', v_is.stars, 'words', v_is.words));
    end if;
    perform app.record_ledger(
      p_tenant, app.ledger_actor(v_order, 'customer'), app.ledger_target(v_order), 'order:' || v_order.order_id, 270,
      v_is.stars, jsonb_build_object('order_no', v_order.order_no), v_turn.at);
  end if;
  return app.session_view(v_turn, jsonb_build_object('review', jsonb_build_object(
    'order_id', v_order.order_id, 'order_no', v_order.order_no, 'stars', v_is.stars, 'words', v_is.words)));
end
$$;
